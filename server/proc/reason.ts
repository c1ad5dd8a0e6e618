import { ProcParseError } from '@lib/proc/parse-error';
import { errnoOf } from './read';

/** What stands in `unreadable` for a field whose text made no sense. */
export const BAD_MESSAGE = 'EBADMSG';

/** Why a file told nothing: the errno, or that its text made no sense; any other error is thrown on. */
export function reasonOf(error: unknown): string {
  return error instanceof ProcParseError ? BAD_MESSAGE : errnoOf(error);
}

/** Null where the file is not there, not for us, or not as expected. */
export function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    reasonOf(error);
    return null;
  }
}
