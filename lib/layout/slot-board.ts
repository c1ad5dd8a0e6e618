import { BoxIndex } from './box-index';
import { boxOf, meet, type Polygon } from './convex';
import { boxAround, contains, distance, grown, tooClose, type Box, type Point } from './geometry';
import { outlineOf } from './outline';
import { GAP, roomAt, type Place } from './places';
import { SLOT_HEIGHT, SLOT_WIDTH, type Steps } from './slot-size';
import { pointsAlong, timesBetween, type Curve } from './tie-path';

/** What makes a slot a poor one, in units of about one slot's width of way. */
const COST = { centre: 0.35, crossed: 3.5, crowd: 0.1, left: 0.03 };

/** When on a tie it is looked at to see what it runs through. */
const TIMES = timesBetween(12);

/** No room of a thing and of a slot farther from each other have anything in common. */
const REACH = 300;

export interface Slot extends Point {
  /** What it costs to use it, whoever does. */
  cost: number;
  /** What it cost on the empty board: it never costs less. */
  readonly least: number;
  free: Record<'container' | 'hub', boolean>;
  /** The project in whose hull it lies, kept for more of it; `''` for more than one. */
  reservedFor: string | null;
  /** Its number on the board, below the board's size. */
  readonly nth: number;
  /** Where in the grid it is: halves of a slot from the left, rows from the top. */
  readonly half: number;
  readonly row: number;
}

/** Can nothing stand there any more? */
function isTaken({ free }: Slot): boolean {
  return !free.container && !free.hub;
}

/**
 * The places that are still to be had: a staggered grid of slots, so that a hub fits above the
 * middle of two neighbours, and what is already taken, which need not be on the grid.
 */
export class SlotBoard {
  /** How many slots it has, taken ones included. */
  readonly size: number;
  #open: Slot[] = [];
  /** Has something been taken since? */
  #changed = false;
  /** By row, and in it by halves of a slot. */
  readonly #grid: (Slot | undefined)[] = [];
  readonly #columns: { first: number; count: number };
  readonly #rows: { first: number; count: number };
  readonly #centre: Point;
  readonly #taken = new BoxIndex<{ place: Place; box: Box }>();

  /**
   * @param margin rows and columns of slots above, below and right of the window, used when it is
   * full; the left edge is the host's
   * @param outside what a slot costs that is not in the window
   * @param preference what each costs by where it is
   */
  constructor(
    window: Box,
    centre: Point,
    margin: number,
    outside: number,
    preference = nearMiddle(window, centre),
  ) {
    this.#centre = centre;
    const reach = { x: margin * SLOT_WIDTH, y: margin * SLOT_HEIGHT };
    const firstRow = Math.ceil((window.top - reach.y - centre.y) / SLOT_HEIGHT);
    const lastRow = Math.floor((window.bottom + reach.y - centre.y) / SLOT_HEIGHT);
    const leftmost = Math.floor((window.left - centre.x) / (SLOT_WIDTH / 2));
    const rightmost = Math.ceil((window.right + reach.x - centre.x) / (SLOT_WIDTH / 2));
    this.#columns = { first: leftmost, count: rightmost - leftmost + 1 };
    this.#rows = { first: firstRow, count: lastRow - firstRow + 1 };
    for (let row = firstRow; row <= lastRow; row += 1) {
      const odd = row % 2 === 0 ? 0 : 1;
      const origin = centre.x + (odd * SLOT_WIDTH) / 2;
      const first = Math.ceil((window.left - origin) / SLOT_WIDTH);
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
        const cost = preference(point) + (beyond > 0 ? outside + beyond / SLOT_WIDTH : 0);
        const slot: Slot = {
          x: point.x,
          y: point.y,
          cost,
          least: cost,
          free: { container: true, hub: true },
          reservedFor: null,
          nth: this.#open.length,
          half: 2 * column + odd - leftmost,
          row: row - firstRow,
        };
        this.#open.push(slot);
        this.#grid[slot.row * this.#columns.count + slot.half] = slot;
      }
    }
    this.size = this.#open.length;
    this.#open.sort((a, b) => a.least - b.least);
  }

  /** The slots that are still to be had, those first that cost the least on the empty board. */
  get open(): readonly Slot[] {
    if (this.#changed) this.#open = this.#open.filter((slot) => !isTaken(slot));
    this.#changed = false;
    return this.#open;
  }

  /** The slot so far from another one; null beyond the board. */
  slotFrom(slot: Slot, steps: Steps): Slot | null {
    return this.#slotAt(slot.half + steps.halves, slot.row + steps.rows);
  }

  #slotAt(half: number, row: number): Slot | null {
    if (half < 0 || half >= this.#columns.count || row < 0 || row >= this.#rows.count) return null;
    return this.#grid[row * this.#columns.count + half] ?? null;
  }

  /** Visits the slots whose middle is in the box. */
  #eachIn({ left, right, top, bottom }: Box, visit: (slot: Slot) => void): void {
    const { x, y } = this.#centre;
    const lastRow = Math.floor((bottom - y) / SLOT_HEIGHT);
    for (let row = Math.ceil((top - y) / SLOT_HEIGHT); row <= lastRow; row += 1) {
      const odd = row % 2 === 0 ? 0 : 1;
      const origin = x + (odd * SLOT_WIDTH) / 2;
      const last = Math.floor((right - origin) / SLOT_WIDTH);
      for (let column = Math.ceil((left - origin) / SLOT_WIDTH); column <= last; column += 1) {
        const slot = this.#slotAt(2 * column + odd - this.#columns.first, row - this.#rows.first);
        if (slot !== null) visit(slot);
      }
    }
  }

  take(place: Place): void {
    this.#taken.add({ place, box: roomAt(place, place.room) });
    this.#changed = true;
    for (const room of ['container', 'hub'] as const) {
      for (const slot of this.tooCloseTo(place, room)) slot.free[room] = false;
    }
  }

  /** The slots in which a thing with this room would be too close to one in that place. */
  tooCloseTo(place: Place, room: 'container' | 'hub'): Slot[] {
    const box = roomAt(place, place.room);
    const found: Slot[] = [];
    this.#eachIn(boxAround(place, REACH, REACH), (slot) => {
      if (tooClose(roomAt(slot, room), box, GAP)) found.push(slot);
    });
    return found;
  }

  /** Slots in the hull of a project are for those of the project: those that are still to be had. */
  reserve(project: string, hull: Polygon): void {
    const reach = boxOf(hull);
    this.#eachIn(grown(reach, SLOT_WIDTH / 2), (slot) => {
      if (slot.reservedFor === project || slot.reservedFor === '') return;
      if (isTaken(slot)) return;
      if (!tooClose(reach, roomAt(slot, 'container'), 0)) return;
      if (!meet(hull, outlineOf(slot, 'container'))) return;
      slot.reservedFor = slot.reservedFor === null ? project : '';
    });
  }

  /** Slots beside something finished are a little worse for strangers: air between groups. */
  crowdAround(point: Point): void {
    this.#eachIn(boxAround(point, 2 * SLOT_WIDTH, 2 * SLOT_WIDTH), (slot) => {
      if (distance(slot, point) < 1.3 * SLOT_WIDTH) slot.cost += COST.crowd;
    });
  }

  /** Slots that a tie runs through are worse. */
  avoid(curve: Curve): void {
    for (const slot of this.along(pointsAlong(curve, TIMES))) slot.cost += COST.crossed;
  }

  /** The slots in which a container would have one of the points in its room. */
  along(points: readonly Point[]): Set<Slot> {
    const found = new Set<Slot>();
    for (const point of points) {
      // A slot's room reaches as far to all sides as a room around the point does.
      const room = roomAt(point, 'container');
      this.#eachIn(room, (slot) => {
        if (contains(room, slot)) found.add(slot);
      });
    }
    return found;
  }

  /** What is in place there: its room and the box have something in common. */
  takenIn(box: Box): Place[] {
    return this.#taken.near(box, 0).map(({ place }) => place);
  }

  /** How many of the things in place, `ends` left out, this curve runs through. */
  hits(curve: Curve, ends: readonly Point[]): number {
    const reach = boundsOfCurve(curve);
    return this.#taken
      .containing(pointsAlong(curve, TIMES))
      .filter(
        ({ place }) =>
          contains(reach, place) && !ends.some((end) => end.x === place.x && end.y === place.y),
      ).length;
  }
}

/** The nearer to the middle the better. */
function nearMiddle(window: Box, centre: Point): (point: Point) => number {
  return (point) =>
    // Of two slots alike, the right one: what comes later stands further right.
    (point.x < centre.x ? COST.left : 0) +
    (COST.centre * spreadDistance(point, centre, window)) / SLOT_WIDTH;
}

/** Distance from the centre, measured so that things spread in the window's shape, nearly a rectangle. */
function spreadDistance(point: Point, centre: Point, window: Box): number {
  const aspect = (window.right - window.left) / (window.bottom - window.top);
  const x = (point.x - centre.x) / aspect;
  return ((x ** 4 + (point.y - centre.y) ** 4) / 2) ** 0.25 * Math.sqrt(aspect);
}

/** Where things stand that the curve may touch: its control points' box and half a slot more. */
function boundsOfCurve(curve: Curve): Box {
  const { left, right, top, bottom } = boxOf(curve);
  return {
    left: left - SLOT_WIDTH / 2,
    right: right + SLOT_WIDTH / 2,
    top: top - SLOT_HEIGHT / 2,
    bottom: bottom + SLOT_HEIGHT / 2,
  };
}
