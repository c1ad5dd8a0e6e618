import { BoxIndex } from './box-index';
import { boxOf, meet, type Polygon } from './convex';
import { contains, distance, type Box, type Point } from './geometry';
import type { Group } from './group';
import { labelBox, roomAt, type Place } from './places';
import { outlineAt } from './outline';
import { CONTAINER_RING } from './ring';
import type { GraphNode, Hub } from '../sharing/graph';
import type { Slot, SlotBoard } from './slot-board';
import { SLOT_WIDTH } from './slot-size';
import { hostTie, hubTie, pointOn, type Curve, type HubEnd } from './tie-path';

/** What a place costs by its company, in units of about one slot's width of way. */
const COST = {
  sharer: 1,
  sibling: 0.5,
  nearest: 0.8,
  host: 0.75,
  behindHost: 2.5,
  tie: 0.6,
  turn: 0.4,
  hit: 4.5,
  align: 1.2,
  label: 2.5,
  order: 0.1,
  stranger: 9,
};

/** Where on a curve it is looked at. */
const TIMES = [0.12, 0.25, 0.37, 0.5, 0.62, 0.75, 0.88];

/** What is in place around a group that is being placed. */
export interface Surroundings {
  board: SlotBoard;
  /** Null where it does not matter: when a group is looked at by itself. */
  host: Point | null;
  /** All that is in place, by key. */
  places: ReadonlyMap<string, Place>;
  /** Where the members of each Compose project stand. */
  projects: ReadonlyMap<string, readonly Point[]>;
  /** What is around the projects in place. */
  hulls: BoxIndex<{ polygon: Polygon; box: Box }>;
}

/** Nothing in place but what the board knows of. */
export function emptySurroundings(board: SlotBoard): Surroundings {
  return { board, host: null, places: new Map(), projects: new Map(), hulls: new BoxIndex() };
}

/** Places for some of a group, and what they cost together. */
export interface Trial {
  cost: number;
  places: ReadonlyMap<string, Place>;
  /** Points along the ties between them. */
  ties: readonly (readonly Point[])[];
}

/** What a place costs, in two steps, because the second takes long and need not be taken for most. */
export interface Price<P> {
  /** Without what its ties run through. */
  least: (place: P) => number;
  /** What that adds; never negative. */
  more: (place: P) => number;
}

/** The cost of a slot for one more node of a group, as functions made once for all slots. */
export function nodeCost(
  node: GraphNode,
  group: Group,
  trial: Trial,
  around: Surroundings,
): Price<Slot> {
  const placeOf = (key: string) => trial.places.get(key) ?? around.places.get(key);
  const near: Point[] = [];
  const aligned: { place: Point; normal: Point }[] = [];
  const tied: { hub: Hub; place: Place }[] = [];
  for (const hub of group.hubs) {
    if (!hub.members.includes(node.key)) continue;
    const place = placeOf(hub.id);
    if (place !== undefined) {
      tied.push({ hub, place });
      continue;
    }
    for (const key of hub.members) {
      const other = key === node.key ? undefined : placeOf(key);
      if (other === undefined) continue;
      if (!near.includes(other)) near.push(other);
      aligned.push({ place: other, normal: CONTAINER_RING.arcs[hub.type].normal });
    }
  }
  const least = (slot: Slot) => {
    let cost = slot.cost + siblingCost(node, slot, around) + hostWay(node, slot, around);
    cost += strangerCost(node.project, slot);
    for (const other of near) {
      cost += (COST.sharer * distance(slot, other)) / SLOT_WIDTH / near.length;
    }
    // Those that share stand side by side as the arc sees it, so that both ties go one way.
    for (const { place, normal } of aligned) {
      const along = (slot.x - place.x) * normal.x + (slot.y - place.y) * normal.y;
      cost += (COST.align * Math.abs(along)) / SLOT_WIDTH / aligned.length;
      // The older stands at the left, or above.
      if (slot.x + slot.y < place.x + place.y) cost += COST.order;
    }
    for (const { hub, place } of tied) cost += tieWay(slot, hub, place, trial);
    const box = roomAt(slot, 'container');
    for (const tie of trial.ties) {
      if (tie.some((point) => contains(box, point))) cost += COST.hit;
    }
    return cost;
  };
  const more = (slot: Slot) =>
    tied.reduce(
      (sum, { hub, place }) => sum + hitCost(hubTie(slot, hub.type, place), [slot, place], around),
      hostHits(node, slot, around),
    );
  return { least, more };
}

/** What a place for a hub costs by its ties. */
export function hubCost(
  hub: Hub,
  members: readonly Point[],
  trial: Trial,
  around: Surroundings,
): Price<Slot & HubEnd> {
  return {
    least: (end) =>
      members.reduce((sum, member) => sum + tieWay(member, hub, end, trial), end.cost),
    more: (end) =>
      members.reduce(
        (sum, member) => sum + hitCost(hubTie(member, hub.type, end), [member, end], around),
        0,
      ),
  };
}

/** What it costs to stand here for what a node has in common with the host. */
export function hostCost(node: GraphNode, at: Point, around: Surroundings): number {
  return hostWay(node, at, around) + hostHits(node, at, around);
}

function hostWay(node: GraphNode, at: Point, { host }: Surroundings): number {
  if (host === null || node.hostTies.length === 0) return 0;
  return (COST.host * distance(at, host)) / SLOT_WIDTH + (at.x < host.x ? COST.behindHost : 0);
}

function hostHits(node: GraphNode, at: Point, around: Surroundings): number {
  const { host } = around;
  if (host === null) return 0;
  return node.hostTies.reduce(
    (sum, type) => sum + hitCost(hostTie(at, type, host), [at, host], around),
    0,
  );
}

/** What it costs to stand away from the others of its Compose project. */
export function siblingCost(node: GraphNode, at: Point, { projects }: Surroundings): number {
  const siblings = node.project === null ? [] : (projects.get(node.project) ?? []);
  if (siblings.length === 0) return 0;
  const nearest = Math.min(...siblings.map((sibling) => distance(at, sibling)));
  const middle = distance(at, middleOf(siblings));
  return (COST.sibling * middle + COST.nearest * nearest) / SLOT_WIDTH;
}

/** What it costs to stand within the hull of a project that one is no part of. */
export function strangerCost(project: string | null, { reservedFor }: Slot): number {
  return reservedFor === null || reservedFor === project ? 0 : COST.stranger;
}

/** What it costs to put hulls around what stands there, or into another hull. */
export function hullCost(
  hulls: readonly Polygon[],
  { board, hulls: others }: Surroundings,
): number {
  let cost = 0;
  for (const hull of hulls) {
    const reach = boxOf(hull);
    for (const place of board.takenIn(reach)) {
      if (place.room !== 'bundle' && meet(hull, outlineAt(place).polygon)) cost += COST.stranger;
    }
    for (const { polygon } of others.near(reach, 0)) {
      if (meet(hull, polygon)) cost += COST.stranger;
    }
  }
  return cost;
}

/** What it costs that a tie runs through what is in place already. */
export function hitCost(curve: Curve, ends: readonly Point[], { board }: Surroundings): number {
  return COST.hit * board.hits(curve, ends);
}

/** The points along a curve at which it is looked at. */
export function pointsAlong(curve: Curve): Point[] {
  return TIMES.map((t) => pointOn(curve, t));
}

export function middleOf(points: readonly Point[]): Point {
  const count = Math.max(points.length, 1);
  return {
    x: points.reduce((sum, point) => sum + point.x, 0) / count,
    y: points.reduce((sum, point) => sum + point.y, 0) / count,
  };
}

/** What a tie costs by its way, and by what of its own group it runs through. */
function tieWay(member: Point, hub: Hub, end: HubEnd, trial: Trial): number {
  const curve = hubTie(member, hub.type, end);
  const points = pointsAlong(curve);
  let cost = (COST.tie * lengthOf(curve, points)) / SLOT_WIDTH + COST.turn * turnOf(curve);
  const label = labelBox(end);
  if (points.some((point) => contains(label, point))) cost += COST.label;
  // A line that comes back under the ring it started from counts like one under another's.
  if (points.some((point) => distance(point, member) < CONTAINER_RING.outer)) cost += COST.hit;
  for (const place of trial.places.values()) {
    if (
      (place.x === member.x && place.y === member.y) ||
      (place.x === end.x && place.y === end.y)
    ) {
      continue;
    }
    const box = roomAt(place, place.room);
    if (points.some((point) => contains(box, point))) cost += COST.hit;
  }
  return cost;
}

function lengthOf(curve: Curve, points: readonly Point[]): number {
  let length = 0;
  let last = curve[0];
  for (const next of [...points, curve[3]]) {
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
