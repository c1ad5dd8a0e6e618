import type { Boxed } from './convex';
import type { Point } from './geometry';
import type { Group } from './group';
import type { Place } from './places';
import { stepsOf, type Steps } from './slot-size';

/** How a group may stand, relative to its first node: it can be moved as a whole. */
export interface Shape {
  /** Around those of each project; nothing else may stand in there. */
  hulls: Boxed[];
  /** In the order of the group's nodes, then of its hubs. */
  parts: Part[];
  /** What the shape itself costs: long or turning ties, ties through rings. */
  cost: number;
}

/** A place in a shape, seen from the place of the first, also as the way there on the grid of slots. */
type Part = Omit<Place, 'x' | 'y'> & { offset: Point; steps: Steps };

/** The shape in which the group stands in these places; null where one has none. */
export function shapeIn(
  { nodes, hubs }: Group,
  places: ReadonlyMap<string, Place>,
  cost: number,
): Shape | null {
  const keys = [...nodes.map((node) => node.key), ...hubs.map((hub) => hub.id)];
  const origin = places.get(keys[0] ?? '');
  if (origin === undefined) return null;
  const parts: Part[] = [];
  for (const key of keys) {
    const place = places.get(key);
    if (place === undefined) return null;
    const { x, y, ...rest } = place;
    const offset = { x: x - origin.x, y: y - origin.y };
    parts.push({ ...rest, offset, steps: stepsOf(offset) });
  }
  return { parts, cost, hulls: [] };
}

/** Where the group stands in this shape, its first node there. */
export function standingAt(
  { nodes, hubs }: Group,
  { parts }: Shape,
  first: Point,
): Map<string, Place> {
  const keys = [...nodes.map((node) => node.key), ...hubs.map((hub) => hub.id)];
  const places = new Map<string, Place>();
  keys.forEach((key, index) => {
    const part = parts[index];
    if (part === undefined) return;
    const { offset, steps: _steps, ...rest } = part;
    places.set(key, { x: first.x + offset.x, y: first.y + offset.y, ...rest });
  });
  return places;
}

/** What two groups have in common that can stand in the same shapes. */
export function patternOf({ nodes, hubs }: Group): string {
  const index = new Map(nodes.map((node, at) => [node.key, at]));
  const ties = hubs.map((hub) => [hub.type, ...hub.members.map((key) => index.get(key))].join());
  return `${nodes.length};${ties.join(';')}`;
}
