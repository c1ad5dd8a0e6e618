import { useState } from 'react';
import type { Findings } from '@lib/findings/finding';
import type { Container } from '@lib/model/container';
import { idRef } from '@lib/model/container-ref';
import type { Asked } from '@lib/protocol/asked';
import { findings } from '@lib/questions/findings';
import { useAnswer } from './answer';
import { useViewAtRest } from './rest';

/** Milliseconds until it is asked again: nearly all is read that can be of a container. */
const EVERY = 10_000;

/**
 * What should be said of a container in the life that it has, asked again while one looks, and first when the view
 * is at rest: nearly all is read for it, and what is drawn would come later. Of one that has no process, or whose
 * process is not known, nothing is asked.
 */
export function useFindingsOf({ id, engine, pid }: Container): Asked<Findings> {
  const isAtRest = useViewAtRest();
  const [wasAtRest, setWasAtRest] = useState(isAtRest);
  if (isAtRest && !wasAtRest) setWasAtRest(true);
  const fields = pid > 0 && wasAtRest ? { container: idRef({ id, engine }) } : null;
  return useAnswer('findings', findings, fields, EVERY, `${engine} ${pid}`);
}

/** The same of all that run. */
export function useAllFindings(): Asked<Findings> {
  return useAnswer('findings', findings, {}, EVERY);
}
