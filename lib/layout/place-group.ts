import { distance, tooClose } from './geometry';
import type { Group } from './group';
import { GAP, roomAt, type Place } from './places';
import {
  hubCost,
  middleOf,
  nodeCost,
  pointsAlong,
  type Price,
  type Surroundings,
  type Trial,
} from './placing-cost';
import type { GraphNode, Hub } from '../sharing/graph';
import type { Slot, SlotBoard } from './slot-board';
import { SLOT_WIDTH } from './slot-size';
import { hubTie } from './tie-path';

/** How far from its members' middle a hub may be, in slots' widths beyond the farthest member. */
const HUB_REACH = 2.2;

/** A hub takes its place when so many of its members have one; the others gather around it. */
const MEMBERS_BEFORE_HUB = 3;

/**
 * Places for those of a group that have none yet: `width` starts, each continued greedily, the
 * cheapest first. Empty when the board has not enough free slots.
 */
export function placeGroup(group: Group, around: Surroundings, width: number): Trial[] {
  const nodes = group.nodes.filter((node) => !around.places.has(node.key));
  const hubs = group.hubs.filter((hub) => !around.places.has(hub.id));
  const [first, second, ...rest] = nodes;
  const alone = nodes.length === group.nodes.length;
  let trials: Trial[] = [{ cost: 0, places: new Map(), ties: [] }];
  if (first !== undefined) trials = extend(trials, first, group, around, alone ? 1 : width);
  if (second !== undefined) trials = extend(trials, second, group, around, width);
  return trials
    .flatMap((trial) => finish(trial, rest, hubs, group, around) ?? [])
    .sort((a, b) => a.cost - b.cost);
}

/** Each trial continued with the `width` cheapest places of one more node. */
function extend(
  trials: readonly Trial[],
  node: GraphNode,
  group: Group,
  around: Surroundings,
  width: number,
): Trial[] {
  return trials.flatMap((trial) => {
    const price = nodeCost(node, group, trial, around);
    return cheapest(freeSlots(around.board, 'container', trial), price, width).map((found) =>
      withNode(trial, node, found, group, around),
    );
  });
}

function finish(
  trial: Trial,
  nodes: readonly GraphNode[],
  hubs: readonly Hub[],
  group: Group,
  around: Surroundings,
): Trial | null {
  let state: Trial | null = trial;
  for (const node of nodes) {
    state = withHubs(state, hubs, MEMBERS_BEFORE_HUB, around);
    if (state === null) return null;
    [state = null] = extend([state], node, group, around, 1);
    if (state === null) return null;
  }
  return withHubs(state, hubs, 0, around);
}

/** With those hubs placed that have at least so many members in place. */
function withHubs(
  trial: Trial,
  hubs: readonly Hub[],
  least: number,
  around: Surroundings,
): Trial | null {
  let state = trial;
  for (const hub of hubs) {
    if (state.places.has(hub.id)) continue;
    const placeOf = (key: string) => state.places.get(key) ?? around.places.get(key);
    const members = hub.members.flatMap((key) => placeOf(key) ?? []);
    if (members.length < Math.min(least, hub.members.length)) continue;
    const middle = middleOf(members);
    const farthest = Math.max(...members.map((member) => distance(member, middle)));
    const slots = freeSlots(around.board, 'hub', state);
    const near = slots.filter(
      (slot) => distance(slot, middle) <= farthest + HUB_REACH * SLOT_WIDTH,
    );
    const ends = (near.length > 0 ? near : slots).flatMap((slot) => [
      { ...slot, labelAbove: true },
      { ...slot, labelAbove: false },
    ]);
    const [found] = cheapest(ends, hubCost(hub, members, state, around), 1);
    if (found === undefined) return null;
    const { x, y, labelAbove } = found.slot;
    const place: Place = { x, y, labelAbove, room: 'hub' };
    state = {
      cost: state.cost + found.cost,
      places: new Map(state.places).set(hub.id, place),
      ties: [
        ...state.ties,
        ...members.map((member) => pointsAlong(hubTie(member, hub.type, place))),
      ],
    };
  }
  return state;
}

function withNode(
  trial: Trial,
  node: GraphNode,
  { slot, cost }: { slot: Slot; cost: number },
  group: Group,
  around: Surroundings,
): Trial {
  const place: Place = { x: slot.x, y: slot.y, room: 'container', labelAbove: false };
  const ties = group.hubs.flatMap((hub) => {
    const end = trial.places.get(hub.id) ?? around.places.get(hub.id);
    if (end === undefined || !hub.members.includes(node.key)) return [];
    return [pointsAlong(hubTie(place, hub.type, end))];
  });
  return {
    cost: trial.cost + cost,
    places: new Map(trial.places).set(node.key, place),
    ties: [...trial.ties, ...ties],
  };
}

function freeSlots(board: SlotBoard, room: 'container' | 'hub', trial: Trial): Slot[] {
  const taken = [...trial.places.values()].map((place) => roomAt(place, place.room));
  return board.open.filter((slot) => {
    if (!slot.free[room]) return false;
    const box = roomAt(slot, room);
    return !taken.some((each) => tooClose(each, box, GAP));
  });
}

/** The cheapest slots, cheapest first; of equals the one that comes first on the board. */
function cheapest<S extends Slot>(
  slots: readonly S[],
  { least, more }: Price<S>,
  count: number,
): { slot: S; cost: number }[] {
  const offers = slots
    .map((slot, order) => ({ slot, order, cost: least(slot) }))
    .sort((a, b) => a.cost - b.cost || a.order - b.order);
  const found: typeof offers = [];
  for (const { slot, order, cost } of offers) {
    // All that come now cost at least this, and none of them less than what is found.
    if (found.length === count && cost > (found.at(-1)?.cost ?? 0)) break;
    found.push({ slot, order, cost: cost + more(slot) });
    found.sort((a, b) => a.cost - b.cost || a.order - b.order);
    found.splice(count);
  }
  return found;
}
