/** How far below the middle of a line its baseline is, in ems. */
const BELOW_MIDDLE = 0.36;
/** The same where letters reach below it, as g does, and their ends are to be as far up as down. */
const BELOW_INK = 0.27;

/** The baseline of a text whose middle is at `y`. */
export function baseline(y: number, size: number): number {
  return y + BELOW_MIDDLE * size;
}

/** The baseline of a text whose letters fill the room around `y`: as many ems above it as below. */
export function inkBaseline(y: number, size: number): number {
  return y + BELOW_INK * size;
}
