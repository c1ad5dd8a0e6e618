import { distance, tooClose, contains, type Box, type Point } from './geometry';
import { GAP, roomAt, type Place, type Room } from './places';
import { pointOn, type Curve } from './tie-path';

/** Distance between two slots of a row, and between two rows. */
export const SLOT_WIDTH = 168;
export const SLOT_HEIGHT = 146;

/** What makes a slot a poor one, in units of about one slot's width of way. */
const COST = { centre: 0.35, outside: 6, crossed: 1.1, crowd: 0.22 };

/** How many points of a tie are looked at to see what it runs through. */
const SAMPLES = 12;

export interface Slot extends Point {
  /** What it costs to use it, whoever does. */
  cost: number;
  free: Record<'container' | 'hub', boolean>;
}

/**
 * The places that are still to be had: a staggered grid of slots, so that a hub fits above the
 * middle of two neighbours, and what is already taken, which need not be on the grid.
 */
export class SlotBoard {
  readonly slots: Slot[] = [];
  readonly #taken: { place: Place; box: Box }[] = [];

  /** @param margin rows and columns of slots outside the window, used when it is full */
  constructor(window: Box, centre: Point, margin: number) {
    const reach = { x: margin * SLOT_WIDTH, y: margin * SLOT_HEIGHT };
    const firstRow = Math.ceil((window.top - reach.y - centre.y) / SLOT_HEIGHT);
    const lastRow = Math.floor((window.bottom + reach.y - centre.y) / SLOT_HEIGHT);
    for (let row = firstRow; row <= lastRow; row += 1) {
      const origin = centre.x + (row % 2 === 0 ? 0 : SLOT_WIDTH / 2);
      const first = Math.ceil((window.left - reach.x - origin) / SLOT_WIDTH);
      const last = Math.floor((window.right + reach.x - origin) / SLOT_WIDTH);
      for (let column = first; column <= last; column += 1) {
        const point = { x: origin + column * SLOT_WIDTH, y: centre.y + row * SLOT_HEIGHT };
        const box = roomAt(point, 'container');
        const beyond = Math.max(
          window.left - box.left,
          box.right - window.right,
          window.top - box.top,
          box.bottom - window.bottom,
          0,
        );
        this.slots.push({
          ...point,
          cost:
            (COST.centre * ellipticDistance(point, centre, window)) / SLOT_WIDTH +
            (beyond > 0 ? COST.outside + beyond / SLOT_WIDTH : 0),
          free: { container: true, hub: true },
        });
      }
    }
  }

  /** Is there room here, between all that is taken? */
  fits(point: Point, room: Room): boolean {
    const box = roomAt(point, room);
    return !this.#taken.some((each) => tooClose(each.box, box, GAP));
  }

  take(place: Place): void {
    const box = roomAt(place, place.room);
    this.#taken.push({ place, box });
    for (const slot of this.slots) {
      if (Math.abs(slot.x - place.x) > 300 || Math.abs(slot.y - place.y) > 300) continue;
      for (const room of ['container', 'hub'] as const) {
        if (slot.free[room] && tooClose(roomAt(slot, room), box, GAP)) slot.free[room] = false;
      }
    }
  }

  /** Slots beside something finished are a little worse for strangers: air between groups. */
  crowdAround(point: Point): void {
    for (const slot of this.slots) {
      if (distance(slot, point) < 1.3 * SLOT_WIDTH) slot.cost += COST.crowd;
    }
  }

  /** Slots that a tie runs through are worse. */
  avoid(curve: Curve): void {
    const points = samples(curve);
    for (const slot of this.slots) {
      const box = roomAt(slot, 'container');
      if (points.some((point) => contains(box, point))) slot.cost += COST.crossed;
    }
  }

  /** How many of the things in place, `ends` left out, this curve runs through. */
  hits(curve: Curve, ends: readonly Point[]): number {
    const [a, b, c, d] = curve;
    const left = Math.min(a.x, b.x, c.x, d.x);
    const right = Math.max(a.x, b.x, c.x, d.x);
    const top = Math.min(a.y, b.y, c.y, d.y);
    const bottom = Math.max(a.y, b.y, c.y, d.y);
    const near = this.#taken.filter(
      ({ place, box }) =>
        box.left < right &&
        box.right > left &&
        box.top < bottom &&
        box.bottom > top &&
        !ends.some((end) => end.x === place.x && end.y === place.y),
    );
    if (near.length === 0) return 0;
    const points = samples(curve);
    return near.filter(({ box }) => points.some((point) => contains(box, point))).length;
  }
}

/** Distance from the centre, measured so that the window's shape is filled evenly. */
function ellipticDistance(point: Point, centre: Point, window: Box): number {
  const aspect = (window.right - window.left) / (window.bottom - window.top);
  return Math.hypot((point.x - centre.x) / Math.max(aspect, 1), point.y - centre.y);
}

function samples(curve: Curve): Point[] {
  return Array.from({ length: SAMPLES }, (_, index) => pointOn(curve, (index + 1) / (SAMPLES + 1)));
}
