import type { Group } from './group';
import { placeGroup } from './place-group';
import { emptySurroundings } from './placing-cost';
import { shapeIn, type Shape } from './shape';
import { SlotBoard } from './slot-board';
import { SLOT_HEIGHT, SLOT_WIDTH } from './slot-size';

/** How many shapes a group is tried in, and how much dearer than the best one may be. */
const MAX_SHAPES = 4;
const MAX_EXTRA_COST = 1.5;
const STARTS = 8;

/** How a group may stand, the best first: placed by itself on an empty board. */
export function groupShapes(group: Group): Shape[] {
  const centre = { x: 0, y: 0 };
  const reach = Math.ceil(Math.sqrt(group.nodes.length + group.hubs.length)) + 2;
  const window = {
    left: -reach * SLOT_WIDTH,
    right: reach * SLOT_WIDTH,
    top: -reach * SLOT_HEIGHT,
    bottom: reach * SLOT_HEIGHT,
  };
  const board = new SlotBoard(window, centre, 0, 0);
  const around = emptySurroundings(board);
  const trials = placeGroup(group, around, STARTS);
  const limit = (trials[0]?.cost ?? 0) + MAX_EXTRA_COST;
  return trials
    .filter((trial) => trial.cost <= limit)
    .slice(0, MAX_SHAPES)
    .flatMap(({ cost, places }) => shapeIn(group, places, cost) ?? []);
}
