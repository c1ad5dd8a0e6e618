import type { NamespaceType } from '../model/namespace-type';
import { HOST_KEY } from './places';
import type { SharingGraph } from './sharing-graph';

/** What is pointed at: a node's or hub's key, or the host's; for a host tie also its type. */
export interface Pointed {
  key: string;
  hostType?: NamespaceType;
}

/** The keys of what is pointed at and of all that is directly tied to it, ties included. */
export function linkedTo(
  graph: SharingGraph,
  { key, hostType }: Pointed,
  types: readonly NamespaceType[],
): ReadonlySet<string> {
  const linked = new Set([key]);
  for (const node of graph.nodes) {
    if (key !== node.key && key !== HOST_KEY) continue;
    for (const type of node.hostTies) {
      if (!types.includes(type) || (hostType !== undefined && hostType !== type)) continue;
      linked.add(node.key).add(HOST_KEY).add(`${node.key}|${type}`);
    }
  }
  if (hostType !== undefined) return linked;
  for (const hub of graph.hubs) {
    if (!types.includes(hub.type) || (hub.id !== key && !hub.members.includes(key))) continue;
    linked.add(hub.id);
    for (const member of hub.members) linked.add(member).add(`${member}|${hub.id}`);
  }
  return linked;
}
