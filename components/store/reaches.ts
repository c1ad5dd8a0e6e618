import { useEffect, useMemo } from 'react';
import type { ReachTold } from '@lib/facts/reach';
import { reach } from '@lib/questions/reach';
import { DEFAULT_REACH } from '@lib/view-state/reach-state';
import { useAnswer } from './asking';
import { useNsview } from './store';

/** Milliseconds until it is worked out again. */
const EVERY = 10_000;

/** What the page shows of it now, for who takes away what is seen. */
let shown: readonly ReachTold[] = [];

/** Whether one end reaches the other, asked again and again while one looks. @param ends null: nothing is asked */
export function useReach(ends: { from: string; to: string } | null): ReachTold | null {
  const state = useNsview((store) => store.viewState.reach);
  const { protocol, port } = state ?? DEFAULT_REACH;
  const [from, to] = [ends?.from ?? '', ends?.to ?? ''];
  const fields = ends === null ? null : { from, to, protocol, ...(port === null ? {} : { port }) };
  const asked = useAnswer('reach', reach, fields, EVERY);
  return useMemo(
    () => (from === '' ? null : { from, to, by: { protocol, port }, asked }),
    [from, to, protocol, port, asked],
  );
}

/** Whether two that are selected reach each other, each way. @param pair null: two are not selected */
export function useReaches(pair: readonly [string, string] | null): readonly ReachTold[] {
  const [first = null, second = null] = pair ?? [];
  const isAsked = first !== null && second !== null;
  const there = useReach(isAsked ? { from: first, to: second } : null);
  const back = useReach(isAsked ? { from: second, to: first } : null);
  const both = useMemo(
    () => [there, back].filter((each): each is ReachTold => each !== null),
    [there, back],
  );
  useEffect(() => {
    shown = both;
    return () => {
      shown = [];
    };
  }, [both]);
  return both;
}

export function reachesNow(): readonly ReachTold[] {
  return shown;
}
