import { setTimeout as delay } from 'node:timers/promises';

/** `every`: milliseconds between two rounds, at the least; `rest`: how many times as long as a round took it rests. */
interface Pace {
  every: number;
  rest: number;
}

/** Does something again and again, until it is told to end. @throws what a round throws */
export async function rounds(
  { every, rest }: Pace,
  ended: AbortSignal,
  round: () => Promise<void>,
): Promise<void> {
  while (!ended.aborted) {
    const from = performance.now();
    await round();
    const pause = Math.max(every, rest * (performance.now() - from));
    await delay(pause, null, { signal: ended }).catch(() => undefined);
  }
}
