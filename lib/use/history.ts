import type { Use } from './use';

/** The processors' time until a moment: milliseconds since 1970, by the clock of who read it. */
export interface Moment extends Pick<Use['cpu'], 'usedMs'> {
  at: number;
}

/** What a container used in the last minutes, the oldest first. */
export type History = readonly Moment[];

/** Milliseconds that a history goes back, and the most that it has, however often one asks. */
export const SPAN = 5 * 60_000;
export const MOST_MOMENTS = 150;

/**
 * A history and what was read next. Of before a restart, when its time began anew, nothing is kept, nor
 * where the clock was set back.
 *
 * @returns the very same where it was read at the same moment as the last
 */
export function withMoment(history: History, moment: Moment): History {
  const last = history.at(-1);
  if (last?.at === moment.at) return history;
  if (last !== undefined && (moment.at < last.at || isAnew(last, moment))) return [moment];
  const kept = history.filter(({ at }) => moment.at - at <= SPAN);
  return [...kept.slice(-(MOST_MOMENTS - 1)), moment];
}

function isAnew(last: Moment, next: Moment): boolean {
  return last.usedMs !== null && next.usedMs !== null && next.usedMs < last.usedMs;
}

/** A point of a sparkline; null: it was not known then. */
export interface Point {
  at: number;
  value: number | null;
}

/**
 * Is an answer still to come before it is known how busy its processors are? That takes two.
 *
 * @param isOfNow is a machine read that goes on? A held moment, and a recording that stands, answer once
 */
export function isCounting(
  { usedMs }: Pick<Use['cpu'], 'usedMs'>,
  points: readonly Point[],
  isOfNow: boolean,
): boolean {
  return isOfNow && usedMs !== null && points.length === 0;
}

/** How many processors it kept busy, from each moment to the next. */
export function coresOver(history: History): Point[] {
  return history.slice(1).map(({ at, usedMs }, nth) => {
    const before = history[nth];
    if (before === undefined || usedMs === null || before.usedMs === null) {
      return { at, value: null };
    }
    return { at, value: (usedMs - before.usedMs) / (at - before.at) };
  });
}
