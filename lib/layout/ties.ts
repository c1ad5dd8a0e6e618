import { BoxIndex } from './box-index';
import { bundlesOf } from './bundle';
import { boxOf } from './convex';
import type { Box } from './geometry';
import { Obstacles } from './obstacles';
import { HOST_KEY, roomAt, type Place, type Places } from './places';
import type { SharingGraph } from '../sharing/graph';
import { asDrawn, curvesOf, type DrawnCurve, type TieCurve } from './tie-curves';
import { freeTie, swerved, type Curve } from './tie-path';

/** How far a tie is bent aside to pass what is in its way, the calmest first. */
const SWERVES = [60, -60, 110, -110, 170, -170, 240, -240];
/** A curve that swerves already may swerve to the other side. */
const WIDEST_SWERVE = 2 * 240;

/** Where things stand, and the ties that were found between these very places. */
export interface Standing {
  places: Places;
  curves: readonly DrawnCurve[];
}

/**
 * The curves as they are drawn: where one would run under something, it swerves if that helps.
 *
 * @param before what these places were made of, or these themselves: what was found there holds
 *   where nothing near has come or gone
 */
export function drawnCurves(
  graph: SharingGraph,
  places: Places,
  before: Standing | null = null,
): DrawnCurve[] {
  const known = before === null ? new Map<string, DrawnCurve>() : stillTrue(before, places);
  const bundled = bundlesOf(graph).map(({ type }) => type);
  let obstacles: Obstacles | null = null;
  return curvesOf(graph, places).map((tie) => {
    // An open bundle is a thicket whatever its ties do.
    if (tie.to === HOST_KEY && bundled.includes(tie.type)) return asDrawn(tie);
    const found = known.get(keyOf(tie));
    if (found !== undefined) return found;
    obstacles ??= new Obstacles(places);
    return asDrawn({ ...tie, curve: clearOf(obstacles, tie, places) });
  });
}

function keyOf({ from, to, type }: TieCurve): string {
  return `${from}|${to}|${type}`;
}

/** What was found for these ties before, where neither their ends nor anything near has changed. */
function stillTrue(
  { places: before, curves }: Standing,
  places: Places,
): ReadonlyMap<string, DrawnCurve> {
  const changed = new BoxIndex([...differing(before, places), ...differing(places, before)]);
  const isStill = ({ from, to, curve }: TieCurve) =>
    isSame(before.get(from), places.get(from)) &&
    isSame(before.get(to), places.get(to)) &&
    changed.near(boxOf(curve), WIDEST_SWERVE).length === 0;
  return new Map(curves.filter(isStill).map((tie) => [keyOf(tie), tie]));
}

/** The rooms of what stands in these places and not in the others. */
function differing(places: Places, others: Places): { box: Box }[] {
  return [...places]
    .filter(([key, place]) => !isSame(place, others.get(key)))
    .map(([, place]) => ({ box: roomAt(place, place.room) }));
}

function isSame(a: Place | undefined, b: Place | undefined): boolean {
  if (a === b) return true;
  return (
    a !== undefined &&
    b !== undefined &&
    a.x === b.x &&
    a.y === b.y &&
    a.room === b.room &&
    a.labelAbove === b.labelAbove &&
    a.rail === b.rail
  );
}

function clearOf(obstacles: Obstacles, tie: TieCurve, places: Places): Curve {
  return clearest(tie, unbound(tie, places), obstacles);
}

/** The calmest of the curves that run under the fewest things. @param single what swerves, where the curve does not do */
export function clearest(
  { from, to, curve }: Pick<TieCurve, 'from' | 'to' | 'curve'>,
  single: Curve,
  obstacles: Obstacles,
): Curve {
  let best = { curve, under: obstacles.under(curve, from, to) };
  for (const by of SWERVES) {
    if (best.under === 0) break;
    const tried = swerved(single, by);
    const under = obstacles.under(tried, from, to);
    if (under < best.under) best = { curve: tried, under };
  }
  return best.curve;
}

/** The curve, where it is on a rail the one that it would be without. */
function unbound({ from, to, type, curve }: TieCurve, places: Places): Curve {
  const [member, hub] = [places.get(from), places.get(to)];
  if (hub?.rail === undefined || member === undefined) return curve;
  return freeTie(member, type, hub);
}
