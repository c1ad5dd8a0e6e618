import { Draft } from './draft';
import { distance } from './geometry';
import { hubsByMember, type Group } from './group';
import type { Place } from './places';
import {
  hubCost,
  middleOf,
  nodeCost,
  pointsOnTie,
  type Price,
  type Surroundings,
} from './placing-cost';
import type { GraphNode, Hub } from '../sharing/graph';
import type { Slot } from './slot-board';
import { SLOT_WIDTH } from './slot-size';
import { hubTie } from './tie-path';

/** How far from its members' middle a hub may be, in slots' widths beyond the farthest member. */
const HUB_REACH = 2.2;

/** A hub takes its place when so many of its members have one; the others gather around it. */
const MEMBERS_BEFORE_HUB = 3;

/**
 * At how many slots, and at ties from one, is looked for one group at most, unless a single start takes
 * more.
 */
const MOST_LOOKS = 500_000;

/** A group, and by the keys of its nodes what they share: in the group's order. */
interface Tied extends Group {
  hubsOf: ReadonlyMap<string, readonly Hub[]>;
}

/**
 * Places for those of a group that have none yet: `width` starts, or fewer where they are many, each
 * continued greedily, the cheapest first. Empty when the board has not enough free slots.
 */
export function placeGroup(group: Group, around: Surroundings, width: number): Draft[] {
  const tied = { ...group, hubsOf: hubsByMember(group.hubs) };
  const nodes = group.nodes.filter((node) => !around.places.has(node.key));
  const hubs = group.hubs.filter((hub) => !around.places.has(hub.id));
  const [first, second, ...rest] = nodes;
  const alone = nodes.length === group.nodes.length;
  const ties = nodes.reduce((sum, { key }) => sum + (tied.hubsOf.get(key)?.length ?? 0), 0);
  const looks = (nodes.length + ties) * around.board.open.length;
  let starts = width;
  while (starts > 1 && looks * (alone ? starts : starts * starts) > MOST_LOOKS) starts /= 2;
  let drafts = [new Draft(around.board)];
  if (first !== undefined) drafts = branched(drafts, first, tied, around, alone ? 1 : starts);
  if (second !== undefined) drafts = branched(drafts, second, tied, around, starts);
  return drafts
    .filter((draft) => finish(draft, rest, hubs, tied, around))
    .sort((a, b) => a.cost - b.cost);
}

/** Each draft continued with the `width` cheapest places of one more node. */
function branched(
  drafts: readonly Draft[],
  node: GraphNode,
  group: Tied,
  around: Surroundings,
  width: number,
): Draft[] {
  return drafts.flatMap((draft) =>
    placesFor(node, group, draft, around, width).map((found) => {
      const branch = draft.copy();
      putNode(branch, node, found, group, around);
      return branch;
    }),
  );
}

function placesFor(
  node: GraphNode,
  { hubsOf }: Tied,
  draft: Draft,
  around: Surroundings,
  count: number,
): Offer<Slot>[] {
  const price = nodeCost(node, hubsOf.get(node.key) ?? [], draft, around);
  return cheapest(draft.freeSlots('container'), price, count);
}

/** Adds the nodes, and the hubs as soon as they can be placed. @returns false: there is no room */
function finish(
  draft: Draft,
  nodes: readonly GraphNode[],
  hubs: readonly Hub[],
  group: Tied,
  around: Surroundings,
): boolean {
  let touched = hubs;
  for (const node of nodes) {
    if (!putHubs(draft, touched, MEMBERS_BEFORE_HUB, around)) return false;
    const [found] = placesFor(node, group, draft, around, 1);
    if (found === undefined) return false;
    putNode(draft, node, found, group, around);
    touched = group.hubsOf.get(node.key) ?? [];
  }
  return putHubs(draft, hubs, 0, around);
}

/** Adds those hubs that have at least so many members in place. @returns false: there is no room */
function putHubs(draft: Draft, hubs: readonly Hub[], least: number, around: Surroundings): boolean {
  for (const hub of hubs) {
    if (draft.places.has(hub.id) || around.places.has(hub.id)) continue;
    const placeOf = (key: string) => draft.places.get(key) ?? around.places.get(key);
    const members = hub.members.flatMap((key) => placeOf(key) ?? []);
    if (members.length < Math.min(least, hub.members.length)) continue;
    const middle = middleOf(members);
    const farthest = Math.max(...members.map((member) => distance(member, middle)));
    const slots = draft.freeSlots('hub');
    const near = slots.filter(
      (slot) => distance(slot, middle) <= farthest + HUB_REACH * SLOT_WIDTH,
    );
    const ends = (near.length > 0 ? near : slots).flatMap((slot) => [
      { ...slot, labelAbove: true },
      { ...slot, labelAbove: false },
    ]);
    const [found] = cheapest(ends, hubCost(hub, members, draft, around), 1);
    if (found === undefined) return false;
    const { x, y, labelAbove } = found.slot;
    const place: Place = { x, y, labelAbove, room: 'hub' };
    draft.put(hub.id, place, found.cost);
    for (const member of members) draft.tie(pointsOnTie(hubTie(member, hub.type, place)));
  }
  return true;
}

function putNode(
  draft: Draft,
  node: GraphNode,
  { slot, cost }: Offer<Slot>,
  { hubsOf }: Tied,
  around: Surroundings,
): void {
  const place: Place = { x: slot.x, y: slot.y, room: 'container', labelAbove: false };
  draft.put(node.key, place, cost);
  for (const hub of hubsOf.get(node.key) ?? []) {
    const end = draft.places.get(hub.id) ?? around.places.get(hub.id);
    if (end !== undefined) draft.tie(pointsOnTie(hubTie(place, hub.type, end)));
  }
}

interface Offer<S> {
  slot: S;
  cost: number;
}

/** The cheapest slots, cheapest first; of equals the one that comes first on the board. */
function cheapest<S extends Slot>(slots: readonly S[], price: Price<S>, count: number): Offer<S>[] {
  const { bound, least, more } = price;
  const bounds = slots.map(bound);
  const limit = count === 1 ? costOfFirst(slots, bounds, price) : Infinity;
  const offers: { slot: S; order: number; cost: number }[] = [];
  slots.forEach((slot, order) => {
    const cost = bounds[order] ?? 0;
    if (cost <= limit) offers.push({ slot, order, cost });
  });
  offers.sort((a, b) => a.cost - b.cost || a.order - b.order);
  const found: typeof offers = [];
  for (const { slot, order, cost } of offers) {
    const most = found.length === count ? (found.at(-1)?.cost ?? 0) : Infinity;
    // All that come now cost at least this, and none of them less than what is found.
    if (cost > most) break;
    const known = least(slot);
    if (known > most) continue;
    found.push({ slot, order, cost: known + more(slot) });
    found.sort((a, b) => a.cost - b.cost || a.order - b.order);
    found.splice(count);
  }
  return found;
}

/** What the slot costs that seems to be the cheapest. */
function costOfFirst<S>(
  slots: readonly S[],
  bounds: readonly number[],
  { least, more }: Price<S>,
): number {
  let best = 0;
  bounds.forEach((bound, order) => {
    if (bound < (bounds[best] ?? Infinity)) best = order;
  });
  const slot = slots[best];
  return slot === undefined ? Infinity : least(slot) + more(slot);
}
