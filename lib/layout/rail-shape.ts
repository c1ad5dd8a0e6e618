import { groupsOf, type Group } from './group';
import { emptySurroundings } from './placing-cost';
import type { Place } from './places';
import { shapeIn, type Shape } from './shape';
import type { Hub } from '../sharing/graph';
import { SlotBoard } from './slot-board';
import { SLOT_HEIGHT, SLOT_WIDTH } from './slot-size';
import { standGroup } from './stand-group';
import { curvesOf } from './tie-curves';

/** From more members on, single ties that all run to one point would hide each other and the rings. */
const MANY_MEMBERS = 12;

/** As many rails as have room side by side in the gap between two rows, and how far apart they are. */
const MOST_RAILS = 6;
const BETWEEN_RAILS = 4;

/** Two hubs beside each other, in slots. */
const BETWEEN_HUBS = 2;

/** What a place costs by its row, and by where in the row: the rows are filled as a page is. */
const COST = { row: 0.5, column: 0.4 };

/** Rows on the board for each that would do if all were filled; and some for what is higher. */
const SPARE_ROWS = { times: 1.6, more: 6 };

/** The hubs of a group to which ties run on rails: those of many, the largest first. */
export function hubsOnRails({ hubs }: Group): Hub[] {
  return hubs
    .filter(({ members }) => members.length > MANY_MEMBERS)
    .sort((a, b) => b.members.length - a.members.length)
    .slice(0, MOST_RAILS);
}

/**
 * A group with hubs of many: these stand side by side at the top, and all others in rows below,
 * around the ways up to the hubs. What it takes grows with the group as its places do.
 *
 * @param aspect the width in heights that is wanted
 * @param shapesOf how parts of it may stand that are tied to each other besides
 * @returns null when a part does not fit
 */
export function railShape(
  group: Group,
  onRails: readonly Hub[],
  aspect: number,
  shapesOf: (part: Group) => readonly Shape[],
): Shape | null {
  const xs = onRails.map((_, nth) => centred(nth, onRails) * BETWEEN_HUBS * SLOT_WIDTH);
  const others = group.hubs.filter((hub) => !onRails.includes(hub));
  const count = group.nodes.length + others.length;
  const wanted = Math.ceil(Math.sqrt((count * aspect * SLOT_HEIGHT) / SLOT_WIDTH));
  const columns = Math.max(wanted, BETWEEN_HUBS * onRails.length + 1);
  const board = pageBoard(columns, Math.ceil(count / (columns - onRails.length)));
  for (const slot of [...board.open]) {
    if (xs.includes(slot.x))
      board.take({ x: slot.x, y: slot.y, room: 'bundle', labelAbove: false });
  }
  const places = new Map<string, Place>();
  const around = emptySurroundings(board);
  for (const part of groupsOf({ nodes: group.nodes, hubs: others })) {
    const found = standGroup(part, shapesOf(part), around);
    if (found === null) return null;
    for (const [key, place] of found) {
      places.set(key, place);
      board.take(place);
    }
    for (const { curve } of curvesOf(part, found)) board.avoid(curve);
  }
  onRails.forEach((hub, nth) => {
    const rail = centred(nth, onRails) * BETWEEN_RAILS;
    places.set(hub.id, { x: xs[nth] ?? 0, y: 0, room: 'hub', labelAbove: true, rail });
  });
  return shapeIn(group, places, 0);
}

/** The first of so many at the left of the middle, the last as far at its right. */
function centred(nth: number, { length }: readonly unknown[]): number {
  return nth - (length - 1) / 2;
}

/** A board of rows below the hubs', to be filled from the left and from above. */
function pageBoard(columns: number, rows: number): SlotBoard {
  const half = ((columns - 0.2) * SLOT_WIDTH) / 2;
  const height = (Math.ceil(rows * SPARE_ROWS.times) + SPARE_ROWS.more) * SLOT_HEIGHT;
  const window = { left: -half, right: half, top: SLOT_HEIGHT / 3, bottom: height };
  return new SlotBoard(window, { x: 0, y: 0 }, 0, 0, ({ x, y }) => {
    return (COST.row * y) / SLOT_HEIGHT + (COST.column * (x + half)) / (2 * half);
  });
}
