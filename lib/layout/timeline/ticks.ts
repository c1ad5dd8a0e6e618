/** Milliseconds that may be between two ticks. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600].map((each) => each * 1000);

/**
 * Round moments from `from` to `to`, as many as there is room for.
 *
 * @param start of what moments count from, in milliseconds: round is what a clock shows
 * @param most how many at the most
 */
export function ticksIn(from: number, to: number, start: number, most: number): number[] {
  const step = STEPS.find((each) => (to - from) / each <= most) ?? Math.max(to - from, 1);
  const first = Math.ceil((start + from) / step) * step - start;
  const count = Math.max(0, Math.floor((to - first) / step) + 1);
  return Array.from({ length: count }, (_, index) => first + index * step);
}
