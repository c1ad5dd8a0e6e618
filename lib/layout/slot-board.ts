import { BoxIndex } from './box-index';
import { boxOf, meet, type Polygon } from './convex';
import { boxAround, contains, distance, tooClose, type Box, type Point } from './geometry';
import { outlineOf } from './outline';
import { GAP, roomAt, type Place } from './places';
import { SLOT_HEIGHT, SLOT_WIDTH } from './slot-size';
import { pointOn, type Curve } from './tie-path';

/** What makes a slot a poor one, in units of about one slot's width of way. */
const COST = { centre: 0.35, crossed: 3.5, crowd: 0.1, left: 0.03 };

/** How many points of a tie are looked at to see what it runs through. */
const SAMPLES = 12;

export interface Slot extends Point {
  /** What it costs to use it, whoever does. */
  cost: number;
  /** What it cost on the empty board: it never costs less. */
  readonly least: number;
  free: Record<'container' | 'hub', boolean>;
  /** The project in whose hull it lies, kept for more of it; `''` for more than one. */
  reservedFor: string | null;
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
  #open: Slot[] = [];
  /** Has something been taken since? */
  #changed = false;
  /** By row, and in it by half columns. */
  readonly #grid: (Slot | undefined)[] = [];
  readonly #columns: { first: number; count: number };
  readonly #rows: { first: number; count: number };
  readonly #centre: Point;
  readonly #taken = new BoxIndex<{ place: Place; box: Box }>();

  /**
   * @param margin rows and columns of slots above, below and right of the window, used when it is
   * full; the left edge is the host's
   * @param outside what a slot costs that is not in the window
   */
  constructor(window: Box, centre: Point, margin: number, outside: number) {
    this.#centre = centre;
    const reach = { x: margin * SLOT_WIDTH, y: margin * SLOT_HEIGHT };
    const firstRow = Math.ceil((window.top - reach.y - centre.y) / SLOT_HEIGHT);
    const lastRow = Math.floor((window.bottom + reach.y - centre.y) / SLOT_HEIGHT);
    const leftmost = Math.floor((window.left - centre.x) / (SLOT_WIDTH / 2));
    const rightmost = Math.ceil((window.right + reach.x - centre.x) / (SLOT_WIDTH / 2));
    this.#columns = { first: leftmost, count: rightmost - leftmost + 1 };
    this.#rows = { first: firstRow, count: lastRow - firstRow + 1 };
    for (let row = firstRow; row <= lastRow; row += 1) {
      const origin = centre.x + (row % 2 === 0 ? 0 : SLOT_WIDTH / 2);
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
        const cost =
          // Of two slots alike, the right one: what comes later stands further right.
          (point.x < centre.x ? COST.left : 0) +
          (COST.centre * spreadDistance(point, centre, window)) / SLOT_WIDTH +
          (beyond > 0 ? outside + beyond / SLOT_WIDTH : 0);
        const slot: Slot = {
          x: point.x,
          y: point.y,
          cost,
          least: cost,
          free: { container: true, hub: true },
          reservedFor: null,
        };
        this.#open.push(slot);
        this.#grid[this.#index(slot.x, slot.y)] = slot;
      }
    }
    this.#open.sort((a, b) => a.least - b.least);
  }

  /** The slots that are still to be had, those first that cost the least on the empty board. */
  get open(): readonly Slot[] {
    if (this.#changed) this.#open = this.#open.filter((slot) => !isTaken(slot));
    this.#changed = false;
    return this.#open;
  }

  /** The slot so far from another one; null beyond the board. */
  slotFrom(slot: Point, { x, y }: Point): Slot | null {
    return this.#grid[this.#index(slot.x + x, slot.y + y)] ?? null;
  }

  /** Visits the slots whose middle is in the box. */
  #eachIn({ left, right, top, bottom }: Box, visit: (slot: Slot) => void): void {
    const { x, y } = this.#centre;
    const lastRow = Math.floor((bottom - y) / SLOT_HEIGHT);
    for (let row = Math.ceil((top - y) / SLOT_HEIGHT); row <= lastRow; row += 1) {
      const origin = x + (row % 2 === 0 ? 0 : SLOT_WIDTH / 2);
      const last = Math.floor((right - origin) / SLOT_WIDTH);
      for (let column = Math.ceil((left - origin) / SLOT_WIDTH); column <= last; column += 1) {
        const slot = this.#grid[this.#index(origin + column * SLOT_WIDTH, y + row * SLOT_HEIGHT)];
        if (slot !== undefined) visit(slot);
      }
    }
  }

  /** Where in the grid this point is; -1 beyond it. */
  #index(x: number, y: number): number {
    const column = (x - this.#centre.x) / (SLOT_WIDTH / 2) - this.#columns.first;
    const row = (y - this.#centre.y) / SLOT_HEIGHT - this.#rows.first;
    const isOn = column >= 0 && column < this.#columns.count && row >= 0 && row < this.#rows.count;
    return isOn ? row * this.#columns.count + column : -1;
  }

  take(place: Place): void {
    const box = roomAt(place, place.room);
    this.#taken.add({ place, box });
    this.#changed = true;
    this.#eachIn(boxAround(place, 300, 300), (slot) => {
      for (const room of ['container', 'hub'] as const) {
        if (slot.free[room] && tooClose(roomAt(slot, room), box, GAP)) slot.free[room] = false;
      }
    });
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
    const points = samples(curve);
    const reach = boundsOfCurve(curve);
    this.#eachIn(reach, (slot) => {
      if (!contains(reach, slot)) return;
      const box = roomAt(slot, 'container');
      if (points.some((point) => contains(box, point))) slot.cost += COST.crossed;
    });
  }

  /** What is in place there: its room and the box have something in common. */
  takenIn(box: Box): Place[] {
    return this.#taken.near(box, 0).map(({ place }) => place);
  }

  /** How many of the things in place, `ends` left out, this curve runs through. */
  hits(curve: Curve, ends: readonly Point[]): number {
    const reach = boundsOfCurve(curve);
    return this.#taken
      .containing(samples(curve))
      .filter(
        ({ place }) =>
          contains(reach, place) && !ends.some((end) => end.x === place.x && end.y === place.y),
      ).length;
  }
}

function grown({ left, right, top, bottom }: Box, by: number): Box {
  return { left: left - by, right: right + by, top: top - by, bottom: bottom + by };
}

/** Distance from the centre, measured so that things spread in the window's shape, nearly a rectangle. */
function spreadDistance(point: Point, centre: Point, window: Box): number {
  const aspect = (window.right - window.left) / (window.bottom - window.top);
  const x = (point.x - centre.x) / aspect;
  return ((x ** 4 + (point.y - centre.y) ** 4) / 2) ** 0.25 * Math.sqrt(aspect);
}

/** Where things stand that the curve may touch: its control points' box and half a slot more. */
function boundsOfCurve([a, b, c, d]: Curve): Box {
  return {
    left: Math.min(a.x, b.x, c.x, d.x) - SLOT_WIDTH / 2,
    right: Math.max(a.x, b.x, c.x, d.x) + SLOT_WIDTH / 2,
    top: Math.min(a.y, b.y, c.y, d.y) - SLOT_HEIGHT / 2,
    bottom: Math.max(a.y, b.y, c.y, d.y) + SLOT_HEIGHT / 2,
  };
}

function samples(curve: Curve): Point[] {
  return Array.from({ length: SAMPLES }, (_, index) => pointOn(curve, (index + 1) / (SAMPLES + 1)));
}
