/** Pixels between two labels. */
const APART = 12;

/** Where a label stands, by its middle. */
export interface PlacedLabel {
  index: number;
  left: number;
}

/**
 * Which labels have room in one line, and where they stand: the later ones first, below their places or as near as
 * the ends let them.
 *
 * @param labels in order, each with the place that it belongs to and its width, in pixels
 */
export function labelsIn(
  labels: readonly { x: number; width: number }[],
  room: number,
): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  let free = room;
  for (let index = labels.length - 1; index >= 0; index -= 1) {
    const { x, width } = labels[index] ?? { x: 0, width: 0 };
    const left = Math.max(0, Math.min(x - width / 2, room - width));
    // One that would have to stand away from its place is left out.
    if (left + width > free) continue;
    placed.push({ index, left });
    free = left - APART;
  }
  return placed;
}
