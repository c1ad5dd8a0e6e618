import type { AskErrorCode } from './ask';

/** What is known of what was asked: nothing yet, the latest answer, or why there is none. */
export type Asked<A> =
  { is: 'asked' } | { is: 'answered'; answer: A } | { is: 'refused'; code: AskErrorCode };

/** It was asked, and nothing is known yet. */
export const ASKED = { is: 'asked' } as const;
