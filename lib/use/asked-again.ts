import type { Asked } from '../protocol/asked';
import type { History } from './history';

/** Milliseconds until it is asked again. */
const EVERY = 2000;
/** The same after the first answer: how busy its processors are takes two. */
const EVERY_FIRST = 600;

/**
 * In how many milliseconds it is asked again what a container uses.
 *
 * @param before what it used, as far as was told before that outcome
 */
export function untilAskedAgain(before: History, outcome: Asked<unknown>): number {
  return outcome.is === 'answered' && before.length === 0 ? EVERY_FIRST : EVERY;
}
