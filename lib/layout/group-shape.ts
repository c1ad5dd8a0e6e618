import type { Polygon } from './convex';
import type { Point } from './geometry';
import type { Group } from './group';
import { placeGroup } from './place-group';
import {
  emptySurroundings,
  hitCost,
  hostCost,
  hullCost,
  siblingCost,
  strangerCost,
  type Surroundings,
} from './placing-cost';
import { projectOfHub } from './hub-members';
import type { Place, Room } from './places';
import type { GraphNode } from '../sharing/graph';
import { SlotBoard, type Slot } from './slot-board';
import { SLOT_HEIGHT, SLOT_WIDTH } from './slot-size';
import { hubTie } from './tie-path';

/** How a group may stand, relative to its first node: it can be moved as a whole. */
export interface Shape {
  /** Around those of each project; nothing else may stand in there. */
  hulls: Polygon[];
  /** In the order of the group's nodes, then of its hubs. */
  parts: { offset: Point; room: Room; labelAbove: boolean }[];
  /** What the shape itself costs: long or turning ties, ties through rings. */
  cost: number;
}

/** How many shapes a group is tried in, and how much dearer than the best one may be. */
const MAX_SHAPES = 4;
const MAX_EXTRA_COST = 1.5;
const STARTS = 8;

/** How hard shapes are looked for. */
export interface Effort {
  /** Widths in heights in which a cluster is tried. */
  aspects: readonly number[];
  /** How many shapes of a cluster are tried among the others. */
  most: number;
}

/** The best shapes of each kind of group that came up; groups tied alike are shaped alike. */
export class ShapeBook {
  readonly effort: Effort;
  readonly #shapes = new Map<string, Shape[]>();

  constructor(effort: Effort) {
    this.effort = effort;
  }

  shapesOf(group: Group): Shape[] {
    return this.remembered(patternOf(group), () => shapesOf(group));
  }

  /** What was found for this pattern before, else what is found now. */
  remembered(pattern: string, find: () => Shape[]): Shape[] {
    const known = this.#shapes.get(pattern);
    if (known !== undefined) return known;
    const shapes = find();
    this.#shapes.set(pattern, shapes);
    return shapes;
  }
}

/** What two groups have in common that can stand in the same shapes. */
export function patternOf({ nodes, hubs }: Group): string {
  const index = new Map(nodes.map((node, at) => [node.key, at]));
  const ties = hubs.map((hub) => [hub.type, ...hub.members.map((key) => index.get(key))].join());
  return `${nodes.length};${ties.join(';')}`;
}

/** The group placed by itself on an empty board. */
function shapesOf(group: Group): Shape[] {
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
  const keys = [...group.nodes.map((node) => node.key), ...group.hubs.map((hub) => hub.id)];
  return trials
    .filter((trial) => trial.cost <= limit)
    .slice(0, MAX_SHAPES)
    .map(({ cost, places }) => {
      const origin = places.get(keys[0] ?? '') ?? centre;
      const parts = keys.flatMap((key) => {
        const place = places.get(key);
        if (place === undefined) return [];
        const offset = { x: place.x - origin.x, y: place.y - origin.y };
        return [{ offset, room: place.room, labelAbove: place.labelAbove }];
      });
      return { parts, cost, hulls: [] };
    });
}

/** A shape with its first node in this slot. */
interface Standing {
  shape: Shape;
  first: Slot;
}

/** Where a whole group stands best; null when it fits nowhere on this board. */
export function standGroup(
  group: Group,
  shapes: readonly Shape[],
  around: Surroundings,
): ReadonlyMap<string, Place> | null {
  const placid =
    group.hubs.length === 0 &&
    group.nodes.every((node) => isPlacid(node, around)) &&
    shapes.every((shape) => shape.hulls.length === 0);
  const projects = projectsOfParts(group);
  const { open } = around.board;
  const others = leastOf(open, group.nodes.length + group.hubs.length - 1);
  let best: { standing: Standing; cost: number } | null = null;
  for (const shape of shapes) {
    for (const first of open) {
      const limit: number = best?.cost ?? Infinity;
      // All that follow cost as much at least.
      if (shape.cost + first.least + others > limit) break;
      if (shape.cost + first.cost + others > limit) continue;
      const slotsCost = costOfSlots(shape, first, around.board, projects, limit);
      if (slotsCost === null) continue;
      const standing = { shape, first };
      const cost = slotsCost + (placid ? 0 : costAmongOthers(group, standing, around));
      if (cost < limit) best = { standing, cost };
    }
  }
  return best === null ? null : placesOf(group, best.standing, around.board);
}

/** What so many slots cost at the least, whichever they are; a little less, for sums are rounded. */
function leastOf(open: readonly Slot[], count: number): number {
  const sum = open.slice(0, count).reduce((before, { least }) => before + least, 0);
  return sum - 1e-6;
}

/** Does nothing matter to this node but the slot itself? */
function isPlacid(node: GraphNode, { projects }: Surroundings): boolean {
  return node.hostTies.length === 0 && (node.project === null || !projects.has(node.project));
}

/**
 * The cost of the slots that the shape takes; null where something is in the way, or where it is
 * dearer than the limit already (the rest of a cost is never negative).
 */
function costOfSlots(
  shape: Shape,
  first: Slot,
  board: SlotBoard,
  projects: readonly (string | null)[],
  limit: number,
): number | null {
  let cost = shape.cost;
  let index = -1;
  for (const { offset, room } of shape.parts) {
    index += 1;
    const slot = board.slotFrom(first, offset);
    if (slot === null || !slot.free[room === 'hub' ? 'hub' : 'container']) return null;
    cost += slot.cost + strangerCost(projects[index] ?? null, slot);
    if (cost >= limit) return null;
  }
  return cost;
}

/** The projects of a shape's parts, in their order. */
function projectsOfParts({ nodes, hubs }: Group): (string | null)[] {
  return [
    ...nodes.map(({ project }) => project),
    ...hubs.map((hub) => projectOfHub(hub, (key) => nodes.find((node) => node.key === key))),
  ];
}

function slotsOf({ shape, first }: Standing, board: SlotBoard): Slot[] {
  return shape.parts.flatMap(({ offset }) => board.slotFrom(first, offset) ?? []);
}

function costAmongOthers(group: Group, standing: Standing, around: Surroundings): number {
  const { shape, first } = standing;
  const slots = slotsOf(standing, around.board);
  const hulls = shape.hulls.map((hull) =>
    hull.map(({ x, y }) => ({ x: first.x + x, y: first.y + y })),
  );
  let cost = hullCost(hulls, around);
  const at = new Map<string, Slot>();
  group.nodes.forEach((node, index) => {
    const slot = slots[index];
    if (slot === undefined) return;
    at.set(node.key, slot);
    cost += hostCost(node, slot, around) + siblingCost(node, slot, around);
  });
  group.hubs.forEach((hub, index) => {
    const slot = slots[group.nodes.length + index];
    const part = shape.parts[group.nodes.length + index];
    if (slot === undefined || part === undefined) return;
    for (const key of hub.members) {
      const member = at.get(key);
      if (member === undefined) continue;
      const tie = hubTie(member, hub.type, { ...slot, labelAbove: part.labelAbove });
      cost += hitCost(tie, slots, around);
    }
  });
  return cost;
}

function placesOf(group: Group, standing: Standing, board: SlotBoard): Map<string, Place> {
  const slots = slotsOf(standing, board);
  const keys = [...group.nodes.map((node) => node.key), ...group.hubs.map((hub) => hub.id)];
  return new Map(
    keys.flatMap((key, index) => {
      const [slot, part] = [slots[index], standing.shape.parts[index]];
      if (slot === undefined || part === undefined) return [];
      const place = { x: slot.x, y: slot.y, room: part.room, labelAbove: part.labelAbove };
      return [[key, place] as const];
    }),
  );
}
