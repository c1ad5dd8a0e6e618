import { useEffect, useMemo } from 'react';
import { livesOfEnds, type ReachTold } from '@lib/facts/reach';
import { reach } from '@lib/questions/reach';
import { DEFAULT_REACH } from '@lib/view-state/reach-state';
import { useAnswer } from './answer';
import { PATIENCE } from './asking';
import { useNsview } from './store';

/** Milliseconds until it is worked out again. */
const EVERY = 10_000;

/** What the page shows of it now, for who takes away what is seen; and who waits for it to be another. */
let shown: readonly ReachTold[] = [];
const waiting = new Set<() => void>();

function show(reaches: readonly ReachTold[]): void {
  shown = reaches;
  for (const hear of waiting) hear();
}

/** Whether one end reaches the other, asked again and again while one looks. @param ends null: nothing is asked */
export function useReach(ends: { from: string; to: string } | null): ReachTold | null {
  const state = useNsview((store) => store.viewState.reach);
  const { protocol, port } = state ?? DEFAULT_REACH;
  const [from, to] = [ends?.from ?? '', ends?.to ?? ''];
  const fields = ends === null ? null : { from, to, protocol, ...(port === null ? {} : { port }) };
  const lives = useNsview(({ snapshot }) =>
    from === '' || snapshot === null ? '' : livesOfEnds([from, to], snapshot),
  );
  const asked = useAnswer('reach', reach, fields, EVERY, lives);
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
    show(both);
    return () => show([]);
  }, [both]);
  return both;
}

/**
 * What the page shows of it, for who takes that away: once all of it is known. What does not come in time is
 * still `asked` then.
 *
 * @param tell is told how many are known, of how many, as that grows
 */
export async function reachesShown(
  tell: (known: number, of: number) => void,
): Promise<readonly ReachTold[]> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const missing = shown.filter(({ asked }) => asked.is === 'asked').length;
    tell(shown.length - missing, shown.length);
    const left = end - performance.now();
    const isLive = useNsview.getState().connection === 'live';
    if (missing === 0 || left <= 0 || !isLive) return shown;
    await changed(left);
  }
}

/** When something else is shown, but no later than in so many milliseconds. */
function changed(patience: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(giveUp);
      waiting.delete(done);
      resolve();
    };
    const giveUp = setTimeout(done, patience);
    waiting.add(done);
  });
}
