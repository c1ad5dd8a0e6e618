import type { Point } from './geometry';

export type Direction = 'left' | 'right' | 'up' | 'down';

const ALONG: Readonly<Record<Direction, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** The thing that an arrow key leads to: near, and rather straight in that direction; null at the edge. */
export function nearestInDirection(
  places: ReadonlyMap<string, Point>,
  from: string,
  direction: Direction,
): string | null {
  const start = places.get(from);
  if (start === undefined) return null;
  const along = ALONG[direction];
  let best: { key: string; cost: number } | null = null;
  for (const [key, place] of places) {
    if (key === from) continue;
    const [dx, dy] = [place.x - start.x, place.y - start.y];
    const ahead = dx * along.x + dy * along.y;
    const aside = Math.abs(dx * along.y - dy * along.x);
    // Within 60° of straight ahead; what lies aside counts double.
    if (ahead <= 0 || aside > ahead * 1.75) continue;
    const cost = ahead + 2 * aside;
    if (best === null || cost < best.cost) best = { key, cost };
  }
  return best?.key ?? null;
}

/** Height of a row within which things are read from left to right. */
const READING_ROW = 73;

/** Keys in the order in which a person reads the picture: rows from above, each from the left. */
export function readingOrder(places: ReadonlyMap<string, Point>, keys: Iterable<string>): string[] {
  const row = (point: Point) => Math.round(point.y / READING_ROW);
  return [...keys]
    .flatMap((key) => {
      const point = places.get(key);
      return point === undefined ? [] : [{ key, point }];
    })
    .sort(
      (a, b) => row(a.point) - row(b.point) || a.point.x - b.point.x || (a.key < b.key ? -1 : 1),
    )
    .map(({ key }) => key);
}
