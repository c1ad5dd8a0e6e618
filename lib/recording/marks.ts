import type { Typed } from './parse';

/** A moment of a recording that is worth going to. */
export interface Mark {
  /** Milliseconds since the start: when it began… */
  from: number;
  /** …and when it had come to rest. */
  at: number;
  /** What was typed then, and the complaint if it was refused. */
  typed: string | null;
  refused: string | null;
}

/** Milliseconds: changes closer together than this are one event. */
const EVENT = 1000;
/** Milliseconds that what was typed is given to show its effect. */
const EFFECT = 2500;
/** Marks for changes; more would touch each other on the widest screen. */
const MOST = 400;

/**
 * The moments at which something happened. Changes that follow upon each other within a second are
 * one mark, at the last of them: who goes there sees what has become of it. What was typed begins a
 * mark, and names it.
 *
 * @param changes when something changed, in order @param typed in order
 */
export function marksOf(
  changes: readonly number[],
  typed: readonly Typed[],
  duration: number,
): Mark[] {
  const event = Math.max(EVENT, duration / MOST);
  const moments: Mark[] = [
    ...typed.map((each) => ({ ...each, from: each.at })),
    ...changes.map((at) => ({ at, from: at, typed: null, refused: null })),
  ].sort((a, b) => a.at - b.at);

  const marks: Mark[] = [];
  for (const moment of moments) {
    const mark = marks.at(-1);
    const follows =
      mark !== undefined &&
      moment.typed === null &&
      ((moment.at - mark.at <= event && moment.at - mark.from <= 5 * event) ||
        (mark.typed !== null && moment.at - mark.from <= EFFECT));
    if (follows) mark.at = moment.at;
    else marks.push(moment);
  }
  return marks;
}
