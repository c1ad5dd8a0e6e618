import type { Unreadable } from '../model/unreadable';

/** A fact, or why it could not be read: an errno or another reason. */
export type Told<T> = { value: T; reason: null } | { value: null; reason: string };

/** Those fields that have a reason. */
export function unreadableOf(reasons: Readonly<Record<string, string | null>>): Unreadable {
  const given = (each: [string, string | null]): each is [string, string] => each[1] !== null;
  return Object.fromEntries(Object.entries(reasons).filter(given));
}
