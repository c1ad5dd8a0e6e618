import { ProcParseError } from '@lib/proc/parse-error';
import type { Told } from '@lib/inside/told';
import { errnoOf, TooMuch } from './read';

/** What stands in `unreadable` for a field whose text made no sense. */
export const BAD_MESSAGE = 'EBADMSG';
/** What stands there for one of which there was more than is read. */
export const TOO_MANY = 'too-many';

/**
 * Why a file told nothing: the errno, that its text made no sense, or that there was too much of it; any
 * other error is thrown on.
 */
export function reasonOf(error: unknown): string {
  if (error instanceof TooMuch) return TOO_MANY;
  return error instanceof ProcParseError ? BAD_MESSAGE : errnoOf(error);
}

/** What files told, or why they did not. */
export function toldBy<T>(read: () => T): Told<T> {
  try {
    return { value: read(), reason: null };
  } catch (error) {
    return { value: null, reason: reasonOf(error) };
  }
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
