import { idOutside } from '../../model/id-map';
import {
  BREAK,
  common,
  ID,
  placeWindows,
  widthOfWindows,
  windowWidth,
  type Interval,
  type PlacedWindow,
} from './axis';
import { APART, OVERHANG, PADDING, SLOT } from './measured';
import type { Sized } from './sized';

/** How much farther right than inside ids are outside, where there is room: so bands are seen to lead away. */
const SLANT = 56;

/** The room of a stack. */
interface Frame {
  x: number;
  top: number;
  /** Where its last ruler is. */
  ruler: number;
}

/** A stack with the places of what its parts go by. */
export interface Standing {
  sized: Sized;
  frame: Frame;
  depth: number;
  /** Where its rulers begin, and where the room ends: all of it, and that of its own processes. */
  left: number;
  right: number;
  ownRight: number;
  /** The ruler on which its own processes stand, and its last one. */
  innerY: number;
  inner: readonly PlacedWindow[];
  outer: readonly PlacedWindow[];
  /** The ids of the last one whose numbers are large: 0, and what that of others leads to. */
  big: ReadonlySet<number>;
  /** Where those are that have no number on a ruler. */
  slots: ReadonlyMap<'more' | 'unmapped' | 'unknown', number>;
  children: readonly Standing[];
}

/** Gives every part of a stack, and of those in it, its place. */
export function standing(sized: Sized, frame: Frame, depth: number): Standing {
  const { measured, own, width, band } = sized;
  const { gutter, two, inner, outer, slots } = measured;
  const left = frame.x + PADDING + gutter;
  const right = frame.x + width - PADDING;
  const innerY = frame.ruler - band;
  // Without a ruler they stand where it would begin.
  const ownRight = inner.length === 0 ? left : frame.x + PADDING + own - slots.length * SLOT;
  const ownLast = outer.findLastIndex((window) => inner.some((each) => common(each, window)));
  const beyond = outer.slice(ownLast + 1);
  const least = beyond.length === 0 ? 0 : BREAK.least + widthOfWindows(beyond);
  // What others lead to needs its room as well.
  const room = Math.min(ownRight - OVERHANG, right - OVERHANG - least) - left;
  const lead = placeWindows(outer.slice(0, ownLast + 1), left, room);

  let x = frame.x + PADDING + own + APART;
  const children = sized.children.map((child) => {
    const placed = standing(child, { x, top: innerY - child.toRuler, ruler: innerY }, depth + 1);
    x += child.width + APART;
    return placed;
  });
  const last = lead.at(-1);
  const from = last === undefined ? left : last.x + windowWidth(last) + BREAK.least;
  const trail = landed(beyond, children, from, right - OVERHANG);
  const big = children.flatMap((child) =>
    [...child.big].flatMap((id) => idOutside(child.sized.measured.stack.into, id) ?? []),
  );
  return {
    ...{ sized, frame, depth, left, right, ownRight, innerY, children },
    inner: two ? within(inner, lead) : lead,
    outer: [...lead, ...trail],
    big: new Set([0, ...big]),
    slots: new Map(slots.map((slot, nth) => [slot, ownRight + nth * SLOT + SLOT / 4])),
  };
}

/** Windows as parts of others that have their places. */
function within(windows: readonly Interval[], placed: readonly PlacedWindow[]): PlacedWindow[] {
  return windows.flatMap((window) => {
    const around = placed.find((each) => common(each, window) !== null);
    return around === undefined
      ? []
      : [{ ...window, x: around.x + (window.from - around.from) * ID }];
  });
}

/**
 * Windows on which bands of namespaces inside end: each as near as can be to where its ids are inside, in the
 * order of the ids, from one edge to another.
 */
function landed(
  windows: readonly Interval[],
  children: readonly Standing[],
  from: number,
  to: number,
): PlacedWindow[] {
  const placed: PlacedWindow[] = [];
  let next = from;
  for (const window of windows) {
    const x = Math.max(next, wishedX(window, children) ?? next);
    placed.push({ ...window, x });
    next = x + windowWidth(window) + BREAK.least;
  }
  // What would reach beyond the edge moves back, and what it then meets with it.
  let end = Math.max(to, from + widthOfWindows(windows));
  return placed
    .toReversed()
    .map((window) => {
      const x = Math.min(window.x, end - windowWidth(window));
      end = x - BREAK.least;
      return { ...window, x };
    })
    .toReversed();
}

function wishedX(window: Interval, children: readonly Standing[]): number | null {
  for (const { sized, outer } of children) {
    for (const [inside, outside, length] of sized.measured.stack.into) {
      for (const each of outer) {
        const part = common(each, { from: inside, to: inside + length - 1 });
        if (part === null) continue;
        const landing = part.from + outside - inside;
        if (landing < window.from || landing > window.to) continue;
        return each.x + (part.from - each.from) * ID + SLANT - (landing - window.from) * ID;
      }
    }
  }
  return null;
}
