import { curveCatmullRom, line } from 'd3';
import type { Point } from './geometry';

const smooth = line<Point>(
  ({ x }) => x,
  ({ y }) => y,
)
  .curve(curveCatmullRom.alpha(0.5))
  .digits(1);

/** A line drawn by hand as path data, smooth through all of its points; a single one is a dot. */
export function strokePath(points: readonly Point[]): string {
  const [first, ...more] = points;
  if (first === undefined) return '';
  // Of one point a curve has no length, and what has none is not drawn by every browser.
  return more.length === 0 ? `M${first.x},${first.y}h0.1` : (smooth(points) ?? '');
}
