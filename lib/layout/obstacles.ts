import { BoxIndex } from './box-index';
import { contains, distance, type Box, type Point } from './geometry';
import { labelBox, roomAt, type Place, type Places } from './places';
import { CONTAINER_RING, HOST_RING, type RingShape } from './ring';
import { pointsAlong, timesBetween, type Curve } from './tie-path';

/** When on a tie it is looked at. */
const TIMES = timesBetween(16);

/** What stays free between a ring and a line that passes it. */
const AIR = 6;

const RINGS: Partial<Record<Place['room'], RingShape>> = {
  container: CONTAINER_RING,
  host: HOST_RING,
};

interface Thing {
  key: string;
  place: Place;
  /** All of it is in this box. */
  box: Box;
  /** A line is under it within this distance of its middle; null: anywhere in the box. */
  radius: number | null;
}

/** All that stands in a picture, as what ties should not run under. */
export class Obstacles {
  readonly #places: Places;
  readonly #index = new BoxIndex<Thing>();

  constructor(places: Places) {
    this.#places = places;
    for (const [key, place] of places) this.#index.add(thingAt(key, place, AIR));
  }

  /**
   * Under how many things a tie runs: rings, labels, stopped containers. Of what it ends at, a ring
   * that it comes back to and the label of a hub count as well.
   */
  under(curve: Curve, from: string, to: string): number {
    const points = pointsOf(curve);
    const others = this.#index
      .containing(points)
      .filter((thing) => thing.key !== from && thing.key !== to && isUnder(points, thing));
    const ends = [from, to].filter((key) => {
      const place = this.#places.get(key);
      return place !== undefined && isUnder(points, thingAt(key, place, 0));
    });
    return others.length + ends.length;
  }
}

/** Points along a tie, its ends left out. */
export function pointsOf(curve: Curve): Point[] {
  return pointsAlong(curve, TIMES);
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
