import { ProcParseError } from '../proc/parse-error';
import type { Unreadable } from '../model/unreadable';
import type { Told } from '../inside/told';
import type { Group } from './reading';

/** What stands in `unreadable` for a field whose text made no sense. */
const BAD_MESSAGE = 'EBADMSG';
/** The kernel has no such file: it is older, or the controller was not handed down to this cgroup. */
export const NO_FILE = 'ENOENT';

/** What a file of a cgroup says, parsed. */
export function fileOf<T>(
  { files }: Pick<Group, 'files'>,
  name: string,
  parse: (text: string) => T,
): Told<T> {
  const text = files[name] ?? { value: null, reason: NO_FILE };
  if (text.value === null) return text;
  return parsed(() => parse(text.value));
}

/** The value, or that the text made no sense. */
export function parsed<T>(parse: () => T): Told<T> {
  try {
    return { value: parse(), reason: null };
  } catch (error) {
    if (error instanceof ProcParseError) return { value: null, reason: BAD_MESSAGE };
    throw error;
  }
}

/** The number of this name in a file of many; one that does not have it is of another kernel. */
export function named(numbers: ReadonlyMap<string, number>, ...names: string[]): number {
  for (const name of names) {
    const number = numbers.get(name);
    if (number !== undefined) return number;
  }
  throw new ProcParseError('cgroup', names.join(' or '));
}

/** Takes values out of what was told, and keeps the reasons of those that were not. */
export class Gather {
  readonly unreadable: Unreadable = {};

  take<T>(field: string, told: Told<T>): T | null {
    if (told.reason === null) return told.value;
    this.unreadable[field] = told.reason;
    return null;
  }
}
