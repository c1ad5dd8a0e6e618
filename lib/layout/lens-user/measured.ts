import type { Messages } from '../../i18n/messages';
import type { NamedContainer } from '../../model/container-names';
import type { ContainerKey } from '../../model/ids';
import { idOutside } from '../../model/id-map';
import { fittedList, sansWidth } from '../node-text';
import { common, widthOfWindows, windowsOf, type Interval } from './axis';
import { around, LAST_ID, labelWidth, markedOf, type Marked } from './marked';
import { rowsOf, type UserRow } from './rows';
import type { Stack } from './stacks';

/** How closely rulers are drawn. */
export interface RulerLook {
  /** Where no more ids than these would be left out, none are. */
  join: number;
  /** So many ids of a ruler are marked at the most. */
  most: number;
}

/** From the most telling to the narrowest. */
export const RULER_LOOKS: readonly RulerLook[] = [
  { join: 110, most: 16 },
  { join: 60, most: 12 },
  { join: 24, most: 9 },
  { join: 12, most: 6 },
  { join: 12, most: 4 },
  { join: 6, most: 3 },
];

/** Beside a ruler: those that have no number there, of whom it is not known, and those left out. */
export type Slot = 'more' | 'unmapped' | 'unknown';

/** As the titles of boxes have it. */
export const PADDING = 11;
/** Between what stands side by side. */
export const APART = 20;
export const SLOT = 84;
/** What a last label takes beyond the last window. */
export const OVERHANG = 40;
export const NAME = 13;
/** Between names and what stands at 0: half of what stands for many. */
const BESIDE_NAMES = 24;
/** Names take so much at the most. */
const NAMES = 140;
/** What a ruler says of itself. */
export const SIDE = 12;

/** A stack with what its rulers show, and the least room that it takes. */
export interface Measured {
  stack: Stack;
  /** Are containers so many that rows have to be low? */
  many: boolean;
  /** Of each of its boxes. */
  rows: readonly (readonly UserRow[])[];
  marked: readonly Marked[];
  /** What its ruler shows of the ids of its own processes. */
  inner: readonly Interval[];
  /** What its last ruler shows, on which those of the namespaces in it end: the same, if there are none. */
  outer: readonly Interval[];
  /** The ids that this one marks. */
  outerMarked: readonly Marked[];
  /** Does it have both? */
  two: boolean;
  slots: readonly Slot[];
  /** What names take to the left of its ruler. */
  gutter: number;
  children: readonly Measured[];
  /** What its own processes take. */
  own: number;
  width: number;
}

interface Measuring {
  containers: ReadonlyMap<ContainerKey, NamedContainer>;
  many: boolean;
  look: RulerLook;
  words: Messages['lensUser'];
}

export function measured(stack: Stack, by: Measuring): Measured {
  const { look, words } = by;
  const rows = stack.boxes.map((box) => rowsOf(box, by.containers, by.many));
  const all = rows.flat();
  const marked = markedOf(stack, all, look.most);
  const ranges = rangesOf(stack);
  const ownIntervals = marked.flatMap(({ id }) => {
    const range = ranges.find(({ from, to }) => id >= from && id <= to);
    return range === undefined ? [] : [around(id, widthOf(id, true, words), range)];
  });
  const inner = windowsOf(ownIntervals, look.join);
  const children = stack.children.map((child) => measured(child, by));
  const two = stack.host || children.length > 0;
  const landings = children.flatMap((child) => landingsOf(child, words));
  const outer = two ? windowsOf([...ownIntervals, ...landings], look.join) : inner;
  const outerMarked = merged([marked, ...children.map(landingMarks)]);
  const shown = new Set(marked.map(({ id }) => id));
  const slots = slotsOf(all, shown);
  const gutter = gutterOf(stack, all, words);
  const ownLast = outer.findLastIndex((window) => inner.some((each) => common(each, window)));
  const own = gutter + widthOfWindows(outer.slice(0, ownLast + 1)) + OVERHANG + slots.length * SLOT;
  const beside = children.reduce((sum, { width }) => sum + APART + width, 0);
  const content = Math.max(own + beside, two ? gutter + widthOfWindows(outer) + OVERHANG : 0);
  const width = content + 2 * PADDING;
  return {
    ...{ stack, many: by.many, rows, marked, inner, outer, outerMarked, two },
    ...{ slots, gutter, children, own, width },
  };
}

/** The ids that a stack has: of the host all, else those that its map lends. */
function rangesOf({ host, map }: Stack): Interval[] {
  if (host) return [{ from: 0, to: LAST_ID }];
  return (map ?? []).map(([first, , length]) => ({ from: first, to: first + length - 1 }));
}

/** How wide the label of an id is at a ruler. @param root is it the one whose number is large? */
function widthOf(id: number, inside: boolean, words: Messages['lensUser']): number {
  return inside && id === 0 ? labelWidth(id, true, words.root) : labelWidth(id, false, null);
}

/** What of the ruler around it a stack needs: where what it shows itself ends, and room for the numbers. */
function landingsOf(
  { stack, outer, outerMarked }: Measured,
  words: Messages['lensUser'],
): Interval[] {
  const shown = stack.into.flatMap(([inside, outside, length]) =>
    outer.flatMap((window): Interval[] => {
      const part = common(window, { from: inside, to: inside + length - 1 });
      const moved = outside - inside;
      return part === null ? [] : [{ from: part.from + moved, to: part.to + moved }];
    }),
  );
  const numbers = outerMarked.flatMap(({ id }): Interval[] => {
    const outside = idOutside(stack.into, id);
    if (outside === null) return [];
    const width = id === 0 ? labelWidth(outside, true, null) : widthOf(outside, true, words);
    return [around(outside, width, { from: 0, to: LAST_ID })];
  });
  return [...shown, ...numbers];
}

/** The marks of a stack as the ruler around it has them. */
function landingMarks({ stack, outerMarked }: Measured): Marked[] {
  return outerMarked.flatMap(({ id, rank }): Marked[] => {
    const outside = idOutside(stack.into, id);
    return outside === null ? [] : [{ id: outside, rank }];
  });
}

function merged(lists: readonly (readonly Marked[])[]): Marked[] {
  const ranks = new Map<number, number>();
  for (const { id, rank } of lists.flat()) ranks.set(id, Math.min(rank, ranks.get(id) ?? rank));
  return [...ranks].map(([id, rank]) => ({ id, rank })).sort((a, b) => a.id - b.id);
}

function slotsOf(rows: readonly UserRow[], shown: ReadonlySet<number>): Slot[] {
  const places = rows.flatMap(({ runners }) => runners.map(({ place }) => place));
  const slots: Slot[] = [];
  if (places.some((place) => typeof place === 'number' && !shown.has(place))) slots.push('more');
  if (places.includes('unmapped')) slots.push('unmapped');
  if (places.includes('unknown')) slots.push('unknown');
  return slots;
}

/** Of rows that are all of one container, its box says the name. */
function gutterOf({ host }: Stack, rows: readonly UserRow[], words: Messages['lensUser']): number {
  const names = rows.map((row) => rowName(row, host, Infinity, words));
  const widest = Math.max(0, ...names.map((name) => sansWidth(name, NAME, true)));
  const sides = host ? [words.idsInside, words.idsOnHost] : [words.idsInside];
  const least = Math.max(...sides.map((side) => sansWidth(side, SIDE)));
  return Math.max(least, Math.min(NAMES, widest)) + BESIDE_NAMES;
}

/** Who a row is of, in as many names as there is room for. */
export function rowName(
  { containers }: UserRow,
  host: boolean,
  room: number,
  { names, noContainer, hostsOwn }: Messages['lensUser'],
): string {
  if (containers.length === 0) return host ? hostsOwn : noContainer;
  const all = containers.map(({ named }) => named);
  return Number.isFinite(room)
    ? fittedList(all, room, NAME, names)
    : names(all.slice(0, 3), all.length - 3);
}
