/** Distance between two slots of a row, and between two rows. */
export const SLOT_WIDTH = 168;
export const SLOT_HEIGHT = 146;

/** A way on the staggered grid of slots: whole numbers, of halves of a slot across, of rows down. */
export interface Steps {
  halves: number;
  rows: number;
}

/** The way that leads so far, from one slot to another. */
export function stepsOf({ x, y }: { x: number; y: number }): Steps {
  return { halves: Math.round(x / (SLOT_WIDTH / 2)), rows: Math.round(y / SLOT_HEIGHT) };
}
