import { containerKey } from '../model/ids';
import type { Snapshot } from '../model/snapshot';
import { isSameNamespace } from '../model/same-namespace';
import { byNamespace, byText } from '../model/order';

/** How the records of one list of a snapshot are told apart and put in order. */
interface Collection<Record, Key> {
  keyOf: (record: Record) => Key;
  compare: (a: Key, b: Key) => number;
  /** Are two of one key the same thing, so that one takes the other's place? */
  isSame: (a: Record, b: Record) => boolean;
}

type RecordOf<Name extends 'engines' | 'namespaces' | 'containers' | 'processes'> =
  Snapshot[Name][number];

const byId = {
  keyOf: (record: { id: string }) => record.id,
  compare: byText,
  isSame: () => true,
};

export const ENGINES: Collection<RecordOf<'engines'>, string> = byId;
export const CONTAINERS: Collection<RecordOf<'containers'>, string> = {
  keyOf: containerKey,
  compare: byText,
  isSame: () => true,
};
export const NAMESPACES: Collection<RecordOf<'namespaces'>, RecordOf<'namespaces'>['id']> = {
  keyOf: (record) => record.id,
  compare: byNamespace,
  isSame: isSameNamespace,
};
export const PROCESSES: Collection<RecordOf<'processes'>, number> = {
  keyOf: (record) => record.pid,
  compare: (a, b) => a - b,
  isSame: () => true,
};

export interface Changes<Record, Key> {
  put: Record[];
  remove: Key[];
}

/** What turns the list `before` into the list `after`; equal records are left out. */
export function diffList<Record, Key>(
  { keyOf, isSame }: Collection<Record, Key>,
  before: readonly Record[],
  after: readonly Record[],
  equal: (a: Record, b: Record) => boolean,
): Changes<Record, Key> {
  // Most records are the very same objects, in the same order: only what lies between the first
  // and the last that are not has to be matched by key.
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const known = new Map(
    before.slice(start, before.length - end).map((record) => [keyOf(record), record]),
  );
  const put = after.slice(start, after.length - end).filter((record) => {
    const old = known.get(keyOf(record));
    if (old === undefined || isSame(old, record)) known.delete(keyOf(record));
    return old === undefined || !(old === record || equal(old, record));
  });
  return { put, remove: [...known.keys()] };
}

/** The list that `changes` make of `before`; itself when they are empty. */
export function applyList<Record, Key>(
  { keyOf, compare }: Collection<Record, Key>,
  before: Record[],
  { put, remove }: Changes<Record, Key>,
): Record[] {
  if (put.length === 0 && remove.length === 0) return before;
  const replaced = new Set([...remove, ...put.map(keyOf)]);
  const kept = before.filter((record) => !replaced.has(keyOf(record)));
  // Lists are in order: few changes of thousands of records need few comparisons.
  const parts: Record[][] = [];
  let taken = 0;
  for (const record of put.toSorted((a, b) => compare(keyOf(a), keyOf(b)))) {
    const until = firstFrom(taken, kept, (each) => compare(keyOf(each), keyOf(record)) > 0);
    parts.push(kept.slice(taken, until), [record]);
    taken = until;
  }
  return [...parts, kept.slice(taken)].flat();
}

/** The index from `low` on of the first for which it is so, when it is so for all after that one. */
function firstFrom<T>(low: number, list: readonly T[], isSo: (item: T) => boolean): number {
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = list[middle];
    if (item !== undefined && isSo(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
