import { boundsOf, contains, type Box } from './geometry';
import { roomAt, type Places } from './places';
import { pointOn } from './tie-path';
import type { TieCurve } from './ties';

/** At how many points a tie is looked at. */
const SAMPLES = 16;

/** The box around all that is drawn: rings, labels, and the ties' bends. */
export function drawnBounds(places: Places, curves: readonly TieCurve[]): Box | null {
  const rooms = [...places.values()].map((place) => roomAt(place, place.room));
  return boundsOf([...rooms, ...curves.flatMap(pointBoxes)]);
}

/** How many times a tie runs through the room of something that it does not end at. */
export function crossings(places: Places, curves: readonly TieCurve[]): number {
  const rooms = [...places].map(([key, place]) => ({ key, box: roomAt(place, place.room) }));
  return curves.reduce((sum, tie) => {
    const points = pointsOf(tie);
    const others = rooms.filter(({ key }) => key !== tie.from && key !== tie.to);
    return sum + others.filter(({ box }) => points.some((point) => contains(box, point))).length;
  }, 0);
}

function pointsOf({ curve }: TieCurve) {
  return Array.from({ length: SAMPLES }, (_, index) => pointOn(curve, (index + 1) / (SAMPLES + 1)));
}

function pointBoxes(tie: TieCurve): Box[] {
  return pointsOf(tie).map(({ x, y }) => ({ left: x, right: x, top: y, bottom: y }));
}
