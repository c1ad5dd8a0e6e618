import type { Group } from './group';
import { projectOfHub } from './hub-members';
import {
  hitCost,
  hostCost,
  hullCost,
  siblingCost,
  strangerCost,
  type Surroundings,
} from './placing-cost';
import type { Place } from './places';
import { standingAt, type Shape } from './shape';
import type { GraphNode } from '../sharing/graph';
import type { Slot, SlotBoard } from './slot-board';
import { hubTie } from './tie-path';

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
      const cost = placid ? slotsCost : costAmongOthers(group, standing, around, slotsCost, limit);
      if (cost !== null && cost < limit) best = { standing, cost };
    }
  }
  return best === null ? null : standingAt(group, best.standing.shape, best.standing.first);
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
  for (const { steps, room } of shape.parts) {
    index += 1;
    const slot = board.slotFrom(first, steps);
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
  return shape.parts.flatMap(({ steps }) => board.slotFrom(first, steps) ?? []);
}

/**
 * The cost of its slots and of what is around them; null where that is dearer than the limit already
 * (no part of a cost is negative).
 */
function costAmongOthers(
  group: Group,
  standing: Standing,
  around: Surroundings,
  slotsCost: number,
  limit: number,
): number | null {
  const { shape, first } = standing;
  let cost = hullCost(shape.hulls, first, around);
  if (slotsCost + cost >= limit) return null;
  const slots = slotsOf(standing, around.board);
  const at = new Map<string, Slot>();
  for (const [index, node] of group.nodes.entries()) {
    const slot = slots[index];
    if (slot === undefined) continue;
    at.set(node.key, slot);
    cost += hostCost(node, slot, around) + siblingCost(node, slot, around);
    if (slotsCost + cost >= limit) return null;
  }
  for (const [index, hub] of group.hubs.entries()) {
    const slot = slots[group.nodes.length + index];
    const part = shape.parts[group.nodes.length + index];
    if (slot === undefined || part === undefined) continue;
    for (const key of hub.members) {
      const member = at.get(key);
      if (member === undefined) continue;
      const tie = hubTie(member, hub.type, { ...slot, labelAbove: part.labelAbove });
      cost += hitCost(tie, slots, around);
      if (slotsCost + cost >= limit) return null;
    }
  }
  return slotsCost + cost;
}
