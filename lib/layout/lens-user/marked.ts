import { OVERFLOW_ID, IDENTITY } from '../../model/id-map';
import { sansWidth } from '../node-text';
import { monoEms } from '../mono-text';
import { common, ID, type Interval } from './axis';
import type { UserRow } from './rows';
import type { Stack } from './stacks';

/** An id that a ruler marks. */
export interface Marked {
  id: number;
  /** The less, the sooner it has its number: root, who runs, the overflow id, ends of maps, the host's own. */
  rank: number;
}

/** `4294967294`, told at the end of a ruler of all ids. */
export const LAST_ID = 4_294_967_294;

/** Pixels of a ruler before a marked id. */
const BEFORE = 6;
/** Between a line and its label. */
export const ASIDE = 6;

/** The ids that the ruler of a stack marks, the smallest first. @param most so many at the most */
export function markedOf({ map, host }: Stack, rows: readonly UserRow[], most: number): Marked[] {
  const ranks = new Map<number, number>();
  const add = (id: number, rank: number) => {
    const before = ranks.get(id);
    if (before === undefined || rank < before) ranks.set(id, rank);
  };
  const within = map ?? (host ? IDENTITY : []);
  const isMapped = (id: number) =>
    within.some(([first, , length]) => id >= first && id < first + length);
  if (isMapped(0)) add(0, 0);
  if (isMapped(OVERFLOW_ID)) add(OVERFLOW_ID, 2);
  for (const { containers, runners } of rows) {
    for (const { place } of runners) {
      if (typeof place === 'number') add(place, containers.length > 0 ? 1 : 4);
    }
  }
  // That the host has all ids says the end of its ruler.
  for (const [first, , length] of host ? [] : within) {
    add(first, 3);
    add(first + length - 1, 3);
  }
  return [...ranks]
    .map(([id, rank]) => ({ id, rank }))
    .sort((a, b) => a.rank - b.rank || a.id - b.id)
    .slice(0, most)
    .sort((a, b) => a.id - b.id);
}

/** What a ruler shows around an id, its label included. @param within what there is: a row of a map */
export function around(id: number, label: number, within: Interval): Interval {
  const wished = {
    from: id - BEFORE / ID,
    to: id + Math.ceil((ASIDE + label) / ID),
  };
  return common(wished, within) ?? { from: id, to: id };
}

/** The size of a number at a ruler, of root's, and of the word beside that. */
export const NUMBER = 12;
export const BIG = 24;
export const ROOT = 15;

/** How wide the label of an id is. @param root the word for user 0; null: it is not said */
export function labelWidth(id: number, big: boolean, root: string | null): number {
  const number = monoEms(String(id)) * (big ? BIG : NUMBER);
  return root === null ? number : number + 8 + sansWidth(root, ROOT, true);
}
