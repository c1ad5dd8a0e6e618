import { contains, distance, type Box, type Point } from './geometry';
import { labelBox, roomAt, type Place, type Places } from './places';
import { CONTAINER_RING, HOST_RING, type RingShape } from './ring';
import { pointOn, type Curve } from './tie-path';

/** At how many points a tie is looked at. */
const SAMPLES = 16;

/** What stays free between a ring and a line that passes it. */
const AIR = 6;

const RINGS: Partial<Record<Place['room'], RingShape>> = {
  container: CONTAINER_RING,
  host: HOST_RING,
};

/** Side of a cell: no room reaches farther from its middle than half of it and the air. */
const CELL = 200;
/** More cells to a side than any picture has. */
const MOST = 2 ** 20;

interface Thing {
  key: string;
  place: Place;
  /** What a line is under: within this distance, or in the box where there is none. */
  radius: number | null;
  box: Box;
}

/** All that stands in a picture, as what ties should not run under. */
export class Obstacles {
  /** By the cell of their middle: this is asked for every tie of every picture. */
  readonly #cells = new Map<number, Thing[]>();
  readonly #places: Places;

  constructor(places: Places) {
    this.#places = places;
    for (const [key, place] of places) {
      const cell = cellOf(Math.floor(place.x / CELL), Math.floor(place.y / CELL));
      const there = this.#cells.get(cell);
      const thing = thingAt(key, place, AIR);
      if (there === undefined) this.#cells.set(cell, [thing]);
      else there.push(thing);
    }
  }

  /**
   * Under how many things a tie runs: rings, labels, stopped containers. Of what it ends at, a ring
   * that it comes back to and the label of a hub count as well.
   */
  under(curve: Curve, from: string, to: string): number {
    const points = pointsOf(curve);
    const xs = points.map(({ x }) => x);
    const ys = points.map(({ y }) => y);
    const [left, right] = [Math.min(...xs) - CELL / 2, Math.max(...xs) + CELL / 2];
    const [top, bottom] = [Math.min(...ys) - CELL / 2, Math.max(...ys) + CELL / 2];
    let count = 0;
    for (const key of [from, to]) {
      const place = this.#places.get(key);
      if (place !== undefined && isUnder(points, thingAt(key, place, 0))) count += 1;
    }
    for (let row = Math.floor(top / CELL); row * CELL <= bottom; row += 1) {
      for (let column = Math.floor(left / CELL); column * CELL <= right; column += 1) {
        for (const thing of this.#cells.get(cellOf(column, row)) ?? []) {
          if (thing.key !== from && thing.key !== to && isUnder(points, thing)) count += 1;
        }
      }
    }
    return count;
  }
}

/** Points along a tie, its ends left out. */
export function pointsOf(curve: Curve): Point[] {
  return Array.from({ length: SAMPLES }, (_, index) => pointOn(curve, (index + 1) / (SAMPLES + 1)));
}

function thingAt(key: string, place: Place, air: number): Thing {
  const ring = RINGS[place.room];
  // A tie ends at the diamond of its hub: there, its label is what it could run under.
  const box = place.room === 'hub' && air === 0 ? labelBox(place) : roomAt(place, place.room);
  return { key, place, radius: ring === undefined ? null : ring.outer + air, box };
}

function isUnder(points: readonly Point[], { place, radius, box }: Thing): boolean {
  return points.some((point) =>
    radius === null ? contains(box, point) : distance(point, place) < radius,
  );
}

function cellOf(column: number, row: number): number {
  return row * MOST + column;
}
