import { boxed, cornersOf, type Boxed, type Polygon } from './convex';
import { boxFrom, type Box, type Point } from './geometry';
import { roomAt, type Room } from './places';

/** How much of its room a round thing can do without at the corners of a polygon. */
const SPARE = 5;

/** Eight points around the middle, none exactly above or beside it. */
const OCTAGON: readonly Point[] = Array.from({ length: 8 }, (_, index) => {
  const angle = ((index + 0.5) * Math.PI) / 4;
  return { x: Math.cos(angle), y: Math.sin(angle) };
});

/** Around the origin. */
const OUTLINES: Readonly<Record<Room, Boxed>> = {
  container: outline('container'),
  stopped: outline('stopped'),
  hub: outline('hub'),
  host: outline('host'),
  bundle: outline('bundle'),
};

/** No outline reaches farther from its middle, to whichever side. */
export const WIDEST = Math.max(
  ...Object.values(OUTLINES).flatMap(({ box }) => [box.right, box.bottom, -box.left, -box.top]),
);

/** The room of a thing as a polygon: nearly a circle for what is round. */
export function outlineOf(point: Point, room: Room): Polygon {
  return OUTLINES[room].polygon.map(({ x, y }) => ({ x: point.x + x, y: point.y + y }));
}

/** The box around that. */
export function outlineBox(point: Point, room: Room): Box {
  return boxFrom(point, OUTLINES[room].box);
}

function outline(room: Room): Boxed {
  const box = roomAt({ x: 0, y: 0 }, room);
  const radius = box.right - SPARE;
  const isRound = room !== 'hub' && room !== 'bundle';
  return boxed(
    isRound ? OCTAGON.map(({ x, y }) => ({ x: x * radius, y: y * radius })) : cornersOf(box),
  );
}
