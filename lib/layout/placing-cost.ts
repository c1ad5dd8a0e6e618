import { BoxIndex } from './box-index';
import { meet, type Boxed } from './convex';
import { boxFrom, contains, distance, type Point } from './geometry';
import { labelBox, type Place } from './places';
import type { Draft } from './draft';
import { outlineOf } from './outline';
import { CONTAINER_RING } from './ring';
import type { Siblings } from './siblings';
import type { GraphNode, Hub } from '../sharing/graph';
import type { Slot, SlotBoard } from './slot-board';
import { SLOT_HEIGHT, SLOT_WIDTH } from './slot-size';
import { hostTie, hubTie, isOnRail, pointsAlong, type Curve, type HubEnd } from './tie-path';

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
  offRail: 6,
};

/** Where on a curve it is looked at. */
const TIMES = [0.12, 0.25, 0.37, 0.5, 0.62, 0.75, 0.88];

/** How much shorter a tie on a rail may be than straight to the side and straight up: it is round at corners. */
const ROUNDED = 60;

/** What is in place around a group that is being placed. */
export interface Surroundings {
  board: SlotBoard;
  /** Null where it does not matter: when a group is looked at by itself. */
  host: Point | null;
  /** All that is in place, by key. */
  places: ReadonlyMap<string, Place>;
  /** Of each Compose project, those that are in place. */
  projects: ReadonlyMap<string, Siblings>;
  /** What is around the projects in place. */
  hulls: BoxIndex<Boxed>;
}

/** Nothing in place but what the board knows of. */
export function emptySurroundings(board: SlotBoard): Surroundings {
  return { board, host: null, places: new Map(), projects: new Map(), hulls: new BoxIndex() };
}

/**
 * What a place costs, in steps, for each takes longer than the one before and need not be taken for
 * most places.
 */
export interface Price<P> {
  /** Without a look at ties, but that none is shorter than the straight way. */
  bound: (place: P) => number;
  /** Without what its ties run through on the board; not less than that bound. */
  least: (place: P) => number;
  /** What that adds; never negative. */
  more: (place: P) => number;
}

/** The cost of a slot for one more node of a group, which shares these, as functions made once for all slots. */
export function nodeCost(
  node: GraphNode,
  hubs: readonly Hub[],
  draft: Draft,
  around: Surroundings,
): Price<Slot> {
  const placeOf = (key: string) => draft.places.get(key) ?? around.places.get(key);
  const near = new Set<Point>();
  const aligned: { place: Point; normal: Point }[] = [];
  const tied: { hub: Hub; place: Place }[] = [];
  for (const hub of hubs) {
    const place = placeOf(hub.id);
    if (place !== undefined) {
      tied.push({ hub, place });
      continue;
    }
    for (const key of hub.members) {
      const other = key === node.key ? undefined : placeOf(key);
      if (other === undefined) continue;
      near.add(other);
      aligned.push({ place: other, normal: CONTAINER_RING.arcs[hub.type].normal });
    }
  }
  const byCompany = (slot: Slot) => {
    let cost = slot.cost + siblingCost(node, slot, around) + hostWay(node, slot, around);
    cost += strangerCost(node.project, slot);
    for (const other of near) {
      cost += (COST.sharer * distance(slot, other)) / SLOT_WIDTH / near.size;
    }
    // Those that share stand side by side as the arc sees it, so that both ties go one way.
    for (const { place, normal } of aligned) {
      const along = (slot.x - place.x) * normal.x + (slot.y - place.y) * normal.y;
      cost += (COST.align * Math.abs(along)) / SLOT_WIDTH / aligned.length;
      // The older stands at the left, or above.
      if (slot.x + slot.y < place.x + place.y) cost += COST.order;
    }
    return cost;
  };
  const bound = (slot: Slot) =>
    tied.reduce((sum, { hub, place }) => sum + straightWay(slot, hub, place), byCompany(slot));
  const least = (slot: Slot) => {
    let cost = byCompany(slot);
    for (const { hub, place } of tied) cost += tieWay(slot, hub, place, draft);
    return plusHits(cost, draft.crossedAt(slot));
  };
  const more = (slot: Slot) =>
    tied.reduce(
      (sum, { hub, place }) => sum + hitCost(hubTie(slot, hub.type, place), [slot, place], around),
      hostHits(node, slot, around),
    );
  return { bound, least, more };
}

/** What a place for a hub costs by its ties. */
export function hubCost(
  hub: Hub,
  members: readonly Point[],
  draft: Draft,
  around: Surroundings,
): Price<Slot & HubEnd> {
  return {
    bound: (end) => members.reduce((sum, member) => sum + straightWay(member, hub, end), end.cost),
    least: (end) =>
      members.reduce((sum, member) => sum + tieWay(member, hub, end, draft), end.cost),
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
export function siblingCost(node: GraphNode, at: Slot, { projects }: Surroundings): number {
  const siblings = node.project === null ? undefined : projects.get(node.project);
  if (siblings === undefined) return 0;
  const middle = distance(at, siblings.middle);
  return (COST.sibling * middle + COST.nearest * siblings.nearestTo(at)) / SLOT_WIDTH;
}

/** What it costs to stand within the hull of a project that one is no part of. */
export function strangerCost(project: string | null, { reservedFor }: Slot): number {
  return reservedFor === null || reservedFor === project ? 0 : COST.stranger;
}

/**
 * What it costs to put hulls, which begin at that point, around what stands there, or into another hull.
 */
export function hullCost(
  hulls: readonly Boxed[],
  at: Point,
  { board, hulls: others }: Surroundings,
): number {
  let cost = 0;
  for (const { polygon, box } of hulls) {
    const reach = boxFrom(at, box);
    const things = board.takenIn(reach).filter(({ room }) => room !== 'bundle');
    const near = others.near(reach, 0);
    if (things.length + near.length === 0) continue;
    const hull = polygon.map(({ x, y }) => ({ x: at.x + x, y: at.y + y }));
    for (const thing of things) {
      if (meet(hull, outlineOf(thing, thing.room))) cost += COST.stranger;
    }
    for (const other of near) if (meet(hull, other.polygon)) cost += COST.stranger;
  }
  return cost;
}

/** What it costs that a tie runs through what is in place already. */
export function hitCost(curve: Curve, ends: readonly Point[], { board }: Surroundings): number {
  return COST.hit * board.hits(curve, ends);
}

/** The points along a curve at which it is looked at. */
export function pointsOnTie(curve: Curve): Point[] {
  return pointsAlong(curve, TIMES);
}

export function middleOf(points: readonly Point[]): Point {
  const count = Math.max(points.length, 1);
  return {
    x: points.reduce((sum, point) => sum + point.x, 0) / count,
    y: points.reduce((sum, point) => sum + point.y, 0) / count,
  };
}

/** What a tie costs at the least: that it goes all the way; a little less, for sums are rounded. */
function straightWay({ x, y }: Point, { type }: Hub, end: HubEnd): number {
  const { anchor } = CONTAINER_RING.arcs[type];
  const start = { x: x + anchor.x, y: y + anchor.y };
  const onRail = end.rail !== undefined && start.y > end.y + SLOT_HEIGHT;
  const way = onRail
    ? Math.abs(start.x - end.x) + Math.abs(start.y - end.y) - ROUNDED
    : distance(start, end);
  return (COST.tie * way) / SLOT_WIDTH - 1e-9;
}

/** What a tie costs by its way, and by what of its own group it runs through. */
function tieWay(member: Point, hub: Hub, end: HubEnd, draft: Draft): number {
  const curve = hubTie(member, hub.type, end);
  const points = pointsOnTie(curve);
  let cost = (COST.tie * lengthOf(curve, points)) / SLOT_WIDTH + COST.turn * turnOf(curve);
  if (end.rail !== undefined && !isOnRail(curve)) cost += COST.offRail;
  const label = labelBox(end);
  if (points.some((point) => contains(label, point))) cost += COST.label;
  // A line that comes back under the ring it started from counts like one under another's.
  if (points.some((point) => distance(point, member) < CONTAINER_RING.outer)) cost += COST.hit;
  return plusHits(cost, draft.hits(points, [member, end]));
}

/** The cost with so many hits, added one by one: sums are rounded. */
function plusHits(cost: number, hits: number): number {
  let sum = cost;
  for (let hit = 0; hit < hits; hit += 1) sum += COST.hit;
  return sum;
}

function lengthOf(curve: Curve, points: readonly Point[]): number {
  let length = 0;
  let last = curve[0];
  for (const next of [...points, curve.at(-1) ?? curve[3]]) {
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
