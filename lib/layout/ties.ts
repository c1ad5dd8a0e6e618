import type { NamespaceId } from '../model/ids';
import type { NamespaceType } from '../model/namespace-type';
import { HOST_KEY, type Places } from './places';
import type { SharingGraph } from './sharing-graph';
import { curvePath, hostTie, hubTie } from './tie-path';

/** One line of the picture: from a container's arc to a hub, or to the host's arc. */
export interface Tie {
  key: string;
  namespace: NamespaceId;
  type: NamespaceType;
  /** The node that it starts from. */
  from: string;
  /** The id of its container. */
  containerId: string;
  toHost: boolean;
  /** SVG path data in world coordinates. */
  path: string;
}

/** The lines between things that have places. */
export function tiesOf(graph: SharingGraph, places: Places): Tie[] {
  const ties: Tie[] = [];
  const host = places.get(HOST_KEY);
  const nodes = new Map(graph.nodes.map((node) => [node.key, node]));
  for (const node of graph.nodes) {
    const place = places.get(node.key);
    for (const type of node.hostTies) {
      const namespace = node.container.namespaces[type];
      if (place === undefined || host === undefined || namespace === null) continue;
      ties.push({
        key: `${node.key}|${type}`,
        namespace,
        type,
        from: node.key,
        containerId: node.container.id,
        toHost: true,
        path: curvePath(hostTie(place, type, host)),
      });
    }
  }
  for (const hub of graph.hubs) {
    const place = places.get(hub.id);
    for (const key of hub.members) {
      const [member, node] = [places.get(key), nodes.get(key)];
      if (place === undefined || member === undefined || node === undefined) continue;
      ties.push({
        key: `${key}|${hub.id}`,
        namespace: hub.id,
        type: hub.type,
        from: key,
        containerId: node.container.id,
        toHost: false,
        path: curvePath(hubTie(member, hub.type, place)),
      });
    }
  }
  return ties;
}
