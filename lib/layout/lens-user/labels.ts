/** A label that wants to stand to the right of its line. */
export interface Wish {
  /** Its left edge. */
  x: number;
  width: number;
  /** The less, the sooner it is placed. */
  rank: number;
  /** Takes both lines: root's number is large. */
  tall: boolean;
  /** Stands in the lower line or nowhere: a name below its number. */
  low?: boolean;
}

/** What stays free between two labels. */
const FREE = 6;
const LINES = [0, 1] as const;

/**
 * Stands labels below a ruler in two lines so that none overlaps another: in the order of their ranks, each in
 * the upper line if that is free there, else in the lower one, else nowhere.
 *
 * @param right where the room ends; a label that would reach beyond it stands left of that
 * @returns for each wish its left edge and line, or null where there is no room
 */
export function placeLabels(
  wishes: readonly Wish[],
  right: number,
): ({ x: number; line: 0 | 1 } | null)[] {
  const taken: { from: number; to: number; line: 0 | 1 }[] = [];
  const placed = wishes.map((): { x: number; line: 0 | 1 } | null => null);
  const inOrder = [...wishes.entries()].sort(([, a], [, b]) => a.rank - b.rank || a.x - b.x);
  for (const [at, { x, width, tall, low }] of inOrder) {
    const from = Math.min(x, right - width);
    const isFree = (line: 0 | 1) =>
      taken.every((each) => {
        return each.line !== line || each.to + FREE <= from || each.from - FREE >= from + width;
      });
    const line = tall
      ? LINES.every(isFree)
        ? 0
        : undefined
      : LINES.find((each) => isFree(each) && (low !== true || each === 1));
    if (line === undefined) continue;
    for (const each of tall ? LINES : [line]) taken.push({ from, to: from + width, line: each });
    placed[at] = { x: from, line };
  }
  return placed;
}
