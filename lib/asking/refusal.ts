import type { AskErrorCode, Outcome } from '../protocol/ask';

/** Why there is no answer. @param message in English */
export function refusal(code: AskErrorCode, message: string): Outcome {
  return { error: { code, message } };
}

/** What it is about is not there. */
export function gone(message: string): Outcome {
  return refusal('gone', message);
}

export function notInRecording(): Outcome {
  return refusal('not-in-recording', 'this is not in the recording');
}
