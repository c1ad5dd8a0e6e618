import type { Point } from '../geometry';
import type { Wire } from './wiring';
import { signPlace, type Standing } from './site';

/** A rail where it lies. */
export interface RailPlace {
  x: number;
  y: number;
  width: number;
}

/** A wire where it runs, by its corners. */
export interface Route {
  wire: Wire;
  points: readonly Point[];
  /** Where it goes through the edge of the ground. */
  plug: Point | null;
  /** Nothing passes there but it, so that its far end can be named. */
  alone: boolean;
  /** It ends at a rail that does not lie below it. */
  crosses: boolean;
}

/** Between wires side by side. */
const LANE = 4;
const LANES = 4;
/** How far from the end of a rail wires end that come from beside it. */
const RAIL_END = 12;

/**
 * Wires from boxes down to rails: straight where nothing stands below the box, else by the free room at its
 * left. Those to a rail that is elsewhere cross above the rails.
 *
 * @param top the upper edge of the ground
 * @param cross where the first wire may cross, below the names of far ends
 */
export function routesDown(
  wires: readonly { wire: Wire; standing: Standing; rail: RailPlace; first: boolean }[],
  top: number,
  cross: number,
): Route[] {
  const gutters = new Map<number, number>();
  const ends = new Map<string, number>();
  const shared = new Map<number, number>();
  let crossing = 0;
  const laneIn = (standing: Standing) => {
    const { column, chip } = standing;
    const before = shared.get(column);
    // Chips of a column are bundled.
    if (chip !== null && before !== undefined) return before;
    const lane = Math.min(gutters.get(column) ?? 0, LANES - 1);
    gutters.set(column, lane + 1);
    if (chip !== null) shared.set(column, lane);
    return lane;
  };
  return wires.map(({ wire, standing, rail, first }) => {
    const sign = signPlace(standing, wire.from.index);
    const start = sign ?? { x: standing.x + 20, y: standing.y + standing.height };
    const straight = standing.lowest && standing.chip === null && first;
    const x = straight ? start.x : standing.x - 6 - LANE * laneIn(standing);
    const points: Point[] = straight ? [start] : sidestep(start, x, sign === null);
    const plug = { x, y: top };
    const crosses = x < rail.x || x > rail.x + rail.width;
    if (!crosses) {
      points.push({ x, y: rail.y });
    } else {
      const side = x < rail.x ? 'left' : 'right';
      const key = `${String(rail.x)} ${String(rail.y)} ${side}`;
      const nth = ends.get(key) ?? 0;
      ends.set(key, nth + 1);
      const inset = Math.min(RAIL_END + nth * 8, rail.width / 2);
      const end = side === 'left' ? rail.x + inset : rail.x + rail.width - inset;
      const y = cross + crossing * 6;
      crossing += 1;
      points.push({ x, y }, { x: end, y }, { x: end, y: rail.y });
    }
    return { wire, points, plug, alone: straight, crosses };
  });
}

/** From a sign to the left, or, where there is none, from the lower edge of the box. */
function sidestep(start: Point, x: number, below: boolean): Point[] {
  if (!below) return [start, { x, y: start.y }];
  return [start, { x: start.x, y: start.y + 5 }, { x, y: start.y + 5 }];
}

/** How much is to be left above the rails for wires that cross. */
export function crossingsRoom(count: number): number {
  return count === 0 ? 0 : 6 + count * 6;
}
