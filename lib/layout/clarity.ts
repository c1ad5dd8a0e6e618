import { boundsOf, type Box } from './geometry';
import { Obstacles, pointsOf } from './obstacles';
import { roomAt, type Places } from './places';
import type { TieCurve } from './tie-curves';

/** The box around all that is drawn: rings, labels, and the ties' bends. */
export function drawnBounds(places: Places, curves: readonly TieCurve[]): Box | null {
  const rooms = [...places.values()].map((place) => roomAt(place, place.room));
  return boundsOf([...rooms, ...curves.flatMap(pointBoxes)]);
}

/** How many times a tie runs under something. */
export function crossings(places: Places, curves: readonly TieCurve[]): number {
  const obstacles = new Obstacles(places);
  return curves.reduce((sum, { from, to, curve }) => sum + obstacles.under(curve, from, to), 0);
}

function pointBoxes(tie: TieCurve): Box[] {
  return pointsOf(tie.curve).map(({ x, y }) => ({ left: x, right: x, top: y, bottom: y }));
}
