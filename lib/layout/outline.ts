import { boxOf, cornersOf, type Polygon } from './convex';
import type { Box, Point } from './geometry';
import { roomAt, type Place, type Room } from './places';

/** How much of its room a round thing can do without at the corners of a polygon. */
const SPARE = 5;

/** Eight points around the middle, none exactly above or beside it. */
const OCTAGON: readonly Point[] = Array.from({ length: 8 }, (_, index) => {
  const angle = ((index + 0.5) * Math.PI) / 4;
  return { x: Math.cos(angle), y: Math.sin(angle) };
});

/** The room of a thing as a polygon: nearly a circle for what is round. */
export function outlineOf(point: Point, room: Room): Polygon {
  const box = roomAt(point, room);
  if (room === 'hub' || room === 'bundle') return cornersOf(box);
  const radius = (box.right - box.left) / 2 - SPARE;
  return OCTAGON.map(({ x, y }) => ({ x: point.x + x * radius, y: point.y + y * radius }));
}

interface Outline {
  polygon: Polygon;
  box: Box;
}

/** Places are immutable, and from one picture to the next most are the very same. */
const outlines = new WeakMap<Place, Outline>();

/** The outline of what stands in a place, and the box around it. */
export function outlineAt(place: Place): Outline {
  const known = outlines.get(place);
  if (known !== undefined) return known;
  const polygon = outlineOf(place, place.room);
  const outline = { polygon, box: boxOf(polygon) };
  outlines.set(place, outline);
  return outline;
}
