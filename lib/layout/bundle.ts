import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import type { Point } from './geometry';
import { tooClose } from './geometry';
import { GAP, HOST_KEY, roomAt, type Places } from './places';
import { HOST_RING } from './ring';
import type { SharingGraph } from '../sharing/graph';

/** From so many on, ties of one type to the host are one tie with a number. */
const MANY = 5;

/** Half the width of the pill that a bundle's number stands in. */
export function bundleHalfWidth(count: number): number {
  return 9 + 4.2 * String(count).length;
}

/** How far from the host's middle a bundle's number stands: the farthest that has room. */
const DISTANCES = [128, 116, 106, 98];

/** Many containers in the host's namespace of one type, told by one tie. */
export interface Bundle {
  type: NamespaceType;
  /** Keys of nodes. */
  members: readonly string[];
}

/** What is so often the host's that single ties would be a thicket. */
export function bundlesOf({ nodes }: SharingGraph): Bundle[] {
  return NAMESPACE_TYPES.flatMap((type) => {
    const members = nodes.filter((node) => node.hostTies.includes(type)).map((node) => node.key);
    return members.length < MANY ? [] : [{ type, members }];
  });
}

/** The graph without the ties that are bundled: what a layout has to leave room for. */
export function withoutBundled(graph: SharingGraph): SharingGraph {
  const types = bundlesOf(graph).map(({ type }) => type);
  if (types.length === 0) return graph;
  const nodes = graph.nodes.map((node) => {
    const hostTies = node.hostTies.filter((type) => !types.includes(type));
    return { ...node, hostTies };
  });
  return { ...graph, nodes };
}

/** Where the number of each bundle stands: straight outward from the host's arc. */
export function bundlePlaces(bundles: readonly Bundle[], places: Places): Map<Bundle, Point> {
  const host = places.get(HOST_KEY);
  const found = new Map<Bundle, Point>();
  if (host === undefined) return found;
  const others = [...places].filter(([key]) => key !== HOST_KEY);
  const boxes = others.map(([, place]) => roomAt(place, place.room));
  for (const bundle of bundles) {
    const { normal } = HOST_RING.arcs[bundle.type];
    const candidates = DISTANCES.map((distance) => ({
      x: Math.round(host.x + normal.x * distance),
      y: Math.round(host.y + normal.y * distance),
    }));
    const free = candidates.find((point) => {
      const box = roomAt(point, 'bundle');
      return !boxes.some((each) => tooClose(each, box, GAP / 2));
    });
    const place = free ?? candidates.at(-1);
    if (place !== undefined) found.set(bundle, place);
  }
  return found;
}
