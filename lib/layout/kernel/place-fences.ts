import { FENCE, fenceHeight } from './fence-size';
import type { Fence, Who } from './who';

/** A fence with its place; what a process asks of the kernel goes out at its right, and down at `trunk`. */
export interface PlacedFence {
  fence: Fence;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Where the way down to the kernel is, right of it. */
  trunk: number;
}

export interface PlacedFences {
  fences: readonly PlacedFence[];
  /** What stands for those that are only counted; null: nobody is. */
  folded: { x: number; y: number; width: number; height: number } | null;
  bottom: number;
}

/** Between two columns: the way down is in its middle. */
export const GUTTER = 28;
const GAP = 12;
/** A fence is no narrower than what a process and its call take. */
const NARROWEST = 262;

/** How many stand side by side. */
export function columnsIn(width: number): number {
  return Math.max(1, Math.floor(width / (NARROWEST + GUTTER)));
}

/** Each fence in the column that ends highest so far, the leftmost of several: none moves when one more comes. */
export function placeFences(
  { fences, folded }: Who,
  { x, y, width }: { x: number; y: number; width: number },
): PlacedFences {
  const columns = columnsIn(width);
  const each = width / columns - GUTTER;
  const bottoms = Array.from({ length: columns }, () => y - GAP);
  const place = (height: number) => {
    const column = bottoms.indexOf(Math.min(...bottoms));
    const top = (bottoms[column] ?? y) + GAP;
    bottoms[column] = top + height;
    return { x: x + column * (each + GUTTER), y: top, width: each, height };
  };
  const placed = fences.map((fence): PlacedFence => {
    const box = place(fenceHeight(fence));
    return { fence, ...box, trunk: box.x + each + GUTTER / 2 };
  });
  const rest = folded > 0 ? place(FENCE.folded) : null;
  return { fences: placed, folded: rest, bottom: Math.max(...bottoms) };
}
