import { isStopped } from '@lib/model/is-stopped';
import { useEffect, useState } from 'react';
import type { Findings } from '@lib/findings/finding';
import type { Container } from '@lib/model/container';
import { idRef } from '@lib/model/container-names';
import type { Asked } from '@lib/protocol/asked';
import { findings } from '@lib/questions/findings';
import { useAnswer } from './answer';
import { useViewAtRest } from './rest';
import { useNsview } from './store';

/** Milliseconds until it is asked again: nearly all is read that can be of a container. */
const EVERY = 10_000;

/**
 * What should be said of a container in the life that it has, asked again while one looks, and first when the view
 * is at rest: nearly all is read for it, and what is drawn would come later. Of one that is
 * stopped nothing is asked.
 */
export function useFindingsOf(container: Container): Asked<Findings> {
  const isAtRest = useViewAtRest();
  const [wasAtRest, setWasAtRest] = useState(false);
  useEffect(() => {
    if (!isAtRest) return undefined;
    // Not at once: what is drawn with this for the first time has not told yet what it waits for.
    const frame = requestAnimationFrame(() => setWasAtRest(true));
    return () => cancelAnimationFrame(frame);
  }, [isAtRest]);
  const ref = useNsview(({ snapshot }) => idRef(snapshot?.containers ?? [], container));
  const fields = !isStopped(container) && wasAtRest ? { container: ref } : null;
  return useAnswer('findings', findings, fields, EVERY, `${container.engine} ${container.pid}`);
}

/** The same of all that run. */
export function useAllFindings(): Asked<Findings> {
  return useAnswer('findings', findings, {}, EVERY);
}
