import { SUMMARY_LASTS } from './subjects';

/** How it stands with a machine, by when its summary last came. Its agent sends one each 15 s. */
export type Standing = 'live' | 'lagging' | 'lost';

/** Milliseconds: two summaries are missing. */
const LAGGING = 30_000;
/** Milliseconds: then NATS keeps its summary no more. */
const LOST = SUMMARY_LASTS;
/** Milliseconds by which the clocks of two machines may differ before that is told. */
const CLOCKS = 30_000;

/**
 * By the clock of who received it: that of the machine may be wrong.
 *
 * @param arrivedAt milliseconds since 1970, as `now`; later than now is now
 */
export function standingOf(arrivedAt: number, now: number): Standing {
  const age = now - arrivedAt;
  if (age >= LOST) return 'lost';
  return age >= LAGGING ? 'lagging' : 'live';
}

/**
 * By how many milliseconds the clock of a machine is ahead, or behind (less than 0); null: by no more than what is
 * usual on the way.
 *
 * @param at when it looked, by its own clock: ISO 8601
 */
export function clockOff(at: string, arrivedAt: number): number | null {
  const off = Date.parse(at) - arrivedAt;
  return Math.abs(off) > CLOCKS ? off : null;
}

/**
 * The time by the clock of who keeps summaries, as far as they tell: it is later than all of them, and none is as old as
 * one that is kept no more. Ours may be wrong.
 *
 * @param now by our own clock; all in milliseconds since 1970
 */
export function nowAt(now: number, arrivals: readonly number[]): number {
  const latest = arrivals.reduce((max, each) => Math.max(max, each), now);
  return arrivals.reduce((min, each) => Math.min(min, each + LOST - 1), latest);
}
