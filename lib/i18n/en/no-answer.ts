import type { AskErrorCode } from '../../protocol/ask';

/** Why a question has no answer, in words. */
export const noAnswer: Record<AskErrorCode, string> = {
  'unknown-question': 'there is no such question',
  invalid: 'the question is not as it should be',
  gone: 'what it is about is not there, or not any more',
  deadline: 'it took too long',
  busy: 'too much is being asked',
  'not-in-recording': 'it was not recorded',
  'not-from-here': 'who reads /proc now cannot tell it',
  withheld: 'it is not told to those who follow',
  failed: 'it could not be read',
};
