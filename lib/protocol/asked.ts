import type { AskErrorCode } from './ask';

/** What is known of what was asked: nothing yet, the latest answer, or why there is none. */
export type Asked<A> =
  { is: 'asked' } | { is: 'answered'; answer: A } | { is: 'refused'; code: AskErrorCode };

/** It was asked, and nothing is known yet. */
export const ASKED = { is: 'asked' } as const;

/** Was it only too much for now? What is known stays then. */
export function isForNow(outcome: Asked<unknown>): boolean {
  return outcome.is === 'refused' && (outcome.code === 'busy' || outcome.code === 'deadline');
}

/** Is it to be asked again soon, as if nobody had asked? */
export function isBusy(outcome: Asked<unknown>): boolean {
  return outcome.is === 'refused' && outcome.code === 'busy';
}
