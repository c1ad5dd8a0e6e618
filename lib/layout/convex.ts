import { polygonHull } from 'd3';
import type { Box, Point } from './geometry';

/** A convex polygon that is not flat, its corners in one direction round, whichever. */
export type Polygon = readonly Point[];

/** A polygon and the box around it, for a quick look first. */
export interface Boxed {
  polygon: Polygon;
  box: Box;
}

export function boxed(polygon: Polygon): Boxed {
  return { polygon, box: boxOf(polygon) };
}

/** The smallest convex polygon around all of the boxes. */
export function hullAround(boxes: readonly Box[]): Polygon {
  const corners: [number, number][] = [];
  for (const { left, right, top, bottom } of boxes) {
    corners.push([left, top], [right, top], [right, bottom], [left, bottom]);
  }
  return (polygonHull(corners) ?? corners).map(([x, y]) => ({ x, y }));
}

export function cornersOf({ left, right, top, bottom }: Box): Point[] {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

/** The box around a polygon. */
export function boxOf(polygon: Polygon): Box {
  const [first] = polygon;
  if (first === undefined) return { left: 0, right: 0, top: 0, bottom: 0 };
  const box = { left: first.x, right: first.x, top: first.y, bottom: first.y };
  for (const { x, y } of polygon) {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}

/**
 * Do two convex polygons have anything in common? (The separating axis theorem.) Compare their boxes
 * first where many are looked at.
 */
export function meet(a: Polygon, b: Polygon): boolean {
  return !separated(a, b) && !separated(b, a);
}

/** Is there an edge of `a` beyond which all of `b` lies? Asked so often that it makes no objects. */
function separated(a: Polygon, b: Polygon): boolean {
  const turn = Math.sign(signedArea(a));
  let from = a.at(-1);
  for (const to of a) {
    if (from === undefined) return false;
    // Along the edge's normal, which points away from `a`.
    const x = (to.y - from.y) * turn;
    const y = (from.x - to.x) * turn;
    if (isBeyond(b, x, y, to.x * x + to.y * y)) return true;
    from = to;
  }
  return false;
}

/** Is all of it at least so far in that direction? */
function isBeyond(polygon: Polygon, x: number, y: number, far: number): boolean {
  for (const point of polygon) if (point.x * x + point.y * y < far) return false;
  return true;
}

/**
 * SVG path data of the polygon, blown up by `radius` with round corners; one decimal.
 * @param polygon with at least three corners
 */
export function roundedPath(polygon: Polygon, radius: number): string {
  const clockwise = signedArea(polygon) > 0;
  const corners = clockwise ? polygon : [...polygon].reverse();
  const parts = corners.map((from, index) => {
    const to = corners[(index + 1) % corners.length] ?? from;
    const length = Math.max(Math.hypot(to.x - from.x, to.y - from.y), 1);
    // Clockwise on a screen, outside is to the left of the way.
    const out = { x: ((to.y - from.y) / length) * radius, y: (-(to.x - from.x) / length) * radius };
    const start = `${(from.x + out.x).toFixed(1)},${(from.y + out.y).toFixed(1)}`;
    const end = `${(to.x + out.x).toFixed(1)},${(to.y + out.y).toFixed(1)}`;
    return { start, end };
  });
  return `${parts
    .map(({ start, end }, index) =>
      index === 0 ? `M${start}L${end}` : `A${radius},${radius} 0 0 1 ${start}L${end}`,
    )
    .join('')}A${radius},${radius} 0 0 1 ${parts[0]?.start ?? ''}Z`;
}

/** Positive where the corners go round clockwise on a screen, whose y axis points down. */
function signedArea(polygon: Polygon): number {
  let sum = 0;
  let from = polygon.at(-1);
  for (const to of polygon) {
    if (from !== undefined) sum += from.x * to.y - to.x * from.y;
    from = to;
  }
  return sum;
}
