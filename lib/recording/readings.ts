import type { InsideReading } from '../inside/reading';
import type { NamespaceId } from '../model/ids';
import { Moments } from './moments';

/** What a recording has of what namespaces isolate: of each, one reading after another. */
export class RecordedReadings {
  readonly #moments = new Moments<InsideReading>();

  /** Readings are put in the order of time. @param lifetime which of those that had this inode */
  put(at: number, namespace: NamespaceId, lifetime: string, reading: InsideReading): void {
    this.#moments.put(keyOf(namespace, lifetime), at, reading);
  }

  /** The last one at or before a moment; before the first, that one. Null: it was never read. */
  at(position: number, namespace: NamespaceId, lifetime: string): InsideReading | null {
    return this.#moments.at(keyOf(namespace, lifetime), position);
  }
}

/** Of a user namespace pictures have the maps: only the rest was not recorded. Of others: null. */
export function readingWithout(type: InsideReading['type']): InsideReading | null {
  if (type !== 'user') return null;
  const names = { inside: null, outside: null };
  const unread = ['setgroups', 'names.inside', 'names.outside'];
  const unreadable = Object.fromEntries(unread.map((field) => [field, 'not-recorded']));
  return { type, setgroups: null, names, through: null, unreadable };
}

function keyOf(namespace: NamespaceId, lifetime: string): string {
  return `${namespace} ${lifetime}`;
}
