import { contains, distance, tooClose, type Point } from './geometry';
import type { Group } from './group';
import { GAP, roomAt, type Place, type Room } from './places';
import { CONTAINER_RING } from './ring';
import type { GraphNode, Hub } from './sharing-graph';
import { SLOT_WIDTH, type Slot, type SlotBoard } from './slot-board';
import { hostTie, hubTie, pointOn, type Curve } from './tie-path';

/** What a place costs by its company, in units of about one slot's width of way. */
const COST = { sharer: 1, sibling: 0.5, host: 0.75, tie: 0.6, turn: 1.1, hit: 1.6 };

/** How many places are tried for a group's first two members; fewer where there are many groups. */
export interface Effort {
  first: number;
  second: number;
}

/** How far from its members' middle a hub may be, in slots' widths beyond the farthest member. */
const HUB_REACH = 2.2;

/** Where on a curve it is looked at. */
const TIMES = [0.12, 0.25, 0.37, 0.5, 0.62, 0.75, 0.88];

export interface Surroundings {
  board: SlotBoard;
  host: Point;
  /** All that is in place, by key. */
  places: ReadonlyMap<string, Place>;
  /** Where the members of each Compose project stand. */
  projects: ReadonlyMap<string, readonly Point[]>;
}

interface Trial {
  cost: number;
  places: Map<string, Place>;
}

/**
 * The best places found for those of a group that have none yet: several starts, each continued
 * greedily, the cheapest kept. Null when the board has not enough free slots.
 */
export function placeGroup(
  group: Group,
  around: Surroundings,
  effort: Effort,
): ReadonlyMap<string, Place> | null {
  const nodes = group.nodes.filter((node) => !around.places.has(node.key));
  const hubs = group.hubs.filter((hub) => !around.places.has(hub.id));
  const [first, second, ...rest] = nodes;
  const empty: Trial = { cost: 0, places: new Map() };
  let trials: Trial[] = [empty];
  if (first !== undefined) trials = extend(trials, first, group, around, effort.first);
  if (second !== undefined) trials = extend(trials, second, group, around, effort.second);
  let best: Trial | null = null;
  for (const trial of trials) {
    const finished = finish(trial, rest, hubs, group, around);
    if (finished !== null && (best === null || finished.cost < best.cost)) best = finished;
  }
  return best?.places ?? null;
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
    const cost = nodeCost(node, group, trial, around);
    return cheapest(freeSlots(around.board, 'container', trial), cost, width).map((found) =>
      continued(trial, node.key, found, 'container', false),
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
  let state = trial;
  for (const node of nodes) {
    const cost = nodeCost(node, group, state, around);
    const [found] = cheapest(freeSlots(around.board, 'container', state), cost, 1);
    if (found === undefined) return null;
    state = continued(state, node.key, found, 'container', false);
  }
  for (const hub of hubs) {
    const members = hub.members.flatMap(
      (key) => state.places.get(key) ?? around.places.get(key) ?? [],
    );
    const middle = middleOf(members);
    const reach =
      Math.max(...members.map((member) => distance(member, middle))) + HUB_REACH * SLOT_WIDTH;
    const slots = freeSlots(around.board, 'hub', state);
    const near = slots.filter((slot) => distance(slot, middle) <= reach);
    const candidates = near.length > 0 ? near : slots;
    const labelAbove = (slot: Point) => middle.y > slot.y + 1;
    const cost = (slot: Slot) =>
      slot.cost + hubCost({ ...slot, labelAbove: labelAbove(slot) }, hub, members, state, around);
    const [found] = cheapest(candidates, cost, 1);
    if (found === undefined) return null;
    state = continued(state, hub.id, found, 'hub', labelAbove(found.slot));
  }
  return state;
}

function continued(
  trial: Trial,
  key: string,
  { slot, cost }: { slot: Slot; cost: number },
  room: Room,
  labelAbove: boolean,
): Trial {
  const places = new Map(trial.places).set(key, { x: slot.x, y: slot.y, room, labelAbove });
  return { cost: trial.cost + cost, places };
}

function freeSlots(board: SlotBoard, room: 'container' | 'hub', trial: Trial): Slot[] {
  const taken = [...trial.places.values()].map((place) => roomAt(place, place.room));
  return board.slots.filter((slot) => {
    if (!slot.free[room]) return false;
    const box = roomAt(slot, room);
    return !taken.some((each) => tooClose(each, box, GAP));
  });
}

/** The cheapest slots, cheapest first; of equals the one that comes first on the board. */
function cheapest(
  slots: readonly Slot[],
  costOf: (slot: Slot) => number,
  count: number,
): { slot: Slot; cost: number }[] {
  if (count === 1) {
    let best: { slot: Slot; cost: number } | null = null;
    for (const slot of slots) {
      const cost = costOf(slot);
      if (best === null || cost < best.cost) best = { slot, cost };
    }
    return best === null ? [] : [best];
  }
  return slots
    .map((slot) => ({ slot, cost: costOf(slot) }))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, count);
}

function nodeCost(node: GraphNode, group: Group, trial: Trial, around: Surroundings) {
  const placeOf = (key: string) => trial.places.get(key) ?? around.places.get(key);
  const sharers = new Set(
    group.hubs.filter((hub) => hub.members.includes(node.key)).flatMap((hub) => hub.members),
  );
  sharers.delete(node.key);
  const near = [...sharers].flatMap((key) => placeOf(key) ?? []);
  const siblings = node.project === null ? [] : (around.projects.get(node.project) ?? []);
  const home = siblings.length > 0 ? middleOf(siblings) : null;
  return (slot: Slot): number => {
    let cost = slot.cost;
    for (const other of near)
      cost += (COST.sharer * distance(slot, other)) / SLOT_WIDTH / near.length;
    if (home !== null) cost += (COST.sibling * distance(slot, home)) / SLOT_WIDTH;
    if (node.hostTies.length > 0) {
      cost += (COST.host * distance(slot, around.host)) / SLOT_WIDTH;
      for (const type of node.hostTies) {
        cost += COST.hit * around.board.hits(hostTie(slot, type, around.host), [slot, around.host]);
      }
    }
    return cost;
  };
}

function hubCost(
  slot: Point & { labelAbove: boolean },
  hub: Hub,
  members: readonly Point[],
  trial: Trial,
  around: Surroundings,
): number {
  let cost = 0;
  for (const member of members) {
    const curve = hubTie(member, hub.type, slot);
    cost += (COST.tie * lengthOf(curve)) / SLOT_WIDTH + COST.turn * turnOf(curve);
    const ends = [slot, member];
    cost += COST.hit * (around.board.hits(curve, ends) + trialHits(curve, ends, trial));
  }
  return cost;
}

/** How many of a trial's things a curve runs through; coming back through its own ring counts too. */
function trialHits(curve: Curve, ends: readonly Point[], trial: Trial): number {
  let hits = 0;
  for (const place of trial.places.values()) {
    const own = ends.some((end) => end.x === place.x && end.y === place.y);
    const box = roomAt(place, place.room);
    const through = TIMES.some((t) => {
      const point = pointOn(curve, t);
      return own ? distance(point, place) < CONTAINER_RING.outer : contains(box, point);
    });
    if (through) hits += 1;
  }
  return hits;
}

function lengthOf(curve: Curve): number {
  let length = 0;
  let last = curve[0];
  for (const t of [...TIMES, 1]) {
    const next = pointOn(curve, t);
    length += distance(last, next);
    last = next;
  }
  return length;
}

/** 0 where the hub lies straight outward from the arc, 2 where it lies behind the ring. */
function turnOf([start, control, , end]: Curve): number {
  const outward = { x: control.x - start.x, y: control.y - start.y };
  const toward = { x: end.x - start.x, y: end.y - start.y };
  const lengths = Math.hypot(outward.x, outward.y) * Math.hypot(toward.x, toward.y);
  return 1 - (outward.x * toward.x + outward.y * toward.y) / Math.max(lengths, 1);
}

function middleOf(points: readonly Point[]): Point {
  const count = Math.max(points.length, 1);
  return {
    x: points.reduce((sum, point) => sum + point.x, 0) / count,
    y: points.reduce((sum, point) => sum + point.y, 0) / count,
  };
}
