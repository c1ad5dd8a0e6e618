import type { Box, Point } from './geometry';

/** So far apart are the places that are tried, and so many of them are as far from where it should be. */
const STEP = 30;
const AROUND = 16;

/**
 * The place nearest to where something should be that is free: on the canvas if there is room, else beyond its edge,
 * where there always is.
 *
 * @param boxOf the room that it takes at a place
 */
export function nearestFree(
  wish: Point,
  boxOf: (place: Point) => Box,
  isFree: (box: Box) => boolean,
  canvas: Box,
): Point {
  const across = Math.max(canvas.right - canvas.left, canvas.bottom - canvas.top);
  for (const inside of [true, false]) {
    for (let away = 0; !inside || away <= across; away += STEP) {
      for (const place of ring(wish, away)) {
        const box = boxOf(place);
        if (inside && !isWithin(box, canvas)) continue;
        if (isFree(box)) return place;
      }
    }
  }
  return wish;
}

/** Places so far away from one, from the right on clockwise. */
function ring({ x, y }: Point, away: number): Point[] {
  if (away === 0) return [{ x, y }];
  return Array.from({ length: AROUND }, (_, nth) => {
    const angle = (nth * 2 * Math.PI) / AROUND;
    return {
      x: Math.round(x + away * Math.cos(angle)),
      y: Math.round(y + away * Math.sin(angle)),
    };
  });
}

function isWithin(box: Box, canvas: Box): boolean {
  return (
    box.left >= canvas.left &&
    box.right <= canvas.right &&
    box.top >= canvas.top &&
    box.bottom <= canvas.bottom
  );
}
