import type { InsideReading } from '../inside/reading';
import type { NamespaceId } from '../model/ids';

/** What was read inside one namespace, and when: milliseconds since the start of the recording. */
interface Moment {
  at: number;
  reading: InsideReading;
}

/** What a recording has of what namespaces isolate: of each, one reading after another. */
export class RecordedReadings {
  readonly #moments = new Map<string, Moment[]>();

  /** Readings are put in the order of time. @param lifetime which of those that had this inode */
  put(at: number, namespace: NamespaceId, lifetime: string, reading: InsideReading): void {
    const key = keyOf(namespace, lifetime);
    const moments = this.#moments.get(key);
    if (moments === undefined) this.#moments.set(key, [{ at, reading }]);
    else moments.push({ at, reading });
  }

  /**
   * The last one at or before a moment. A namespace is read a moment after it is first seen: until then it
   * has the first one. Null: it was never read.
   */
  at(position: number, namespace: NamespaceId, lifetime: string): InsideReading | null {
    const moments = this.#moments.get(keyOf(namespace, lifetime)) ?? [];
    const last = moments.findLast(({ at }) => at <= position) ?? moments[0];
    return last?.reading ?? null;
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
