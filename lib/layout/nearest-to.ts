import { distance, type Point } from './geometry';

/** The key of what stands nearest to a point; null where nothing stands. */
export function nearestTo(places: ReadonlyMap<string, Point>, point: Point): string | null {
  let nearest: { key: string; away: number } | null = null;
  for (const [key, place] of places) {
    const away = distance(place, point);
    if (nearest === null || away < nearest.away) nearest = { key, away };
  }
  return nearest?.key ?? null;
}
