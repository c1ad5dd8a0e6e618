/*
 * The scale of a ruler of ids: two pixels an id in windows around what is marked; between them ids are left
 * out, and how far apart windows stand says nothing.
 */

/** Ids from one to another, both included. */
export interface Interval {
  from: number;
  to: number;
}

/** A part of a ruler that is drawn to scale. */
export interface PlacedWindow extends Interval {
  /** Its left edge, where its first id begins. */
  x: number;
}

/** Pixels of an id. */
export const ID = 2;
/** What a break takes at the least, and at the most where there is room. */
export const BREAK = { least: 26, most: 120 };

/** The windows that show all of these: where so few ids would be left out between two, they are one. */
export function windowsOf(intervals: readonly Interval[], join: number): Interval[] {
  const windows: Interval[] = [];
  for (const { from, to } of intervals.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = windows.at(-1);
    if (last !== undefined && from - last.to - 1 <= join) last.to = Math.max(last.to, to);
    else windows.push({ from, to });
  }
  return windows;
}

export function windowWidth({ from, to }: Interval): number {
  return (to - from + 1) * ID;
}

/** What windows take side by side, with the least that is between them. */
export function widthOfWindows(windows: readonly Interval[]): number {
  const between = Math.max(0, windows.length - 1) * BREAK.least;
  return windows.reduce((sum, each) => sum + windowWidth(each), between);
}

/** Windows from `x` on; what is left of the room goes between them. */
export function placeWindows(
  windows: readonly Interval[],
  x: number,
  room: number,
): PlacedWindow[] {
  const left = room - widthOfWindows(windows);
  const more = windows.length < 2 ? 0 : Math.max(0, left) / (windows.length - 1);
  const between = Math.min(BREAK.most, BREAK.least + more);
  let next = x;
  return windows.map((window) => {
    const placed = { ...window, x: next };
    next += windowWidth(window) + between;
    return placed;
  });
}

/** Where an id is: the middle of its two pixels; null where it is left out. */
export function xOf(windows: readonly PlacedWindow[], id: number): number | null {
  const window = windows.find(({ from, to }) => id >= from && id <= to);
  return window === undefined ? null : window.x + (id - window.from) * ID + ID / 2;
}

/** What two have in common; null: nothing. */
export function common(one: Interval, other: Interval): Interval | null {
  const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)];
  return from > to ? null : { from, to };
}
