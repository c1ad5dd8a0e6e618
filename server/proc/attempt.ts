import { ProcParseError } from '@lib/proc/parse-error';
import { errnoOf } from './read';

/** What reading gave, or the errno of why not; `EBADMSG`: it is not as the kernel writes it. */
export type Attempt<T> = { value: T; errno: null } | { errno: string };

export function attempt<T>(read: () => T): Attempt<T> {
  try {
    return { value: read(), errno: null };
  } catch (error) {
    return { errno: error instanceof ProcParseError ? 'EBADMSG' : errnoOf(error) };
  }
}
