import type { Container } from '../model/container';
import { type NamespaceId, containerKey, type ContainerKey } from '../model/ids';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import { PRIVATE_BY_DEFAULT } from '../sharing/sharers';
import type { Places } from './places';
import type { GraphNode, Hub, SharingGraph } from '../sharing/graph';

/**
 * The graph as it will be when what was created while the picture was there has started: a moment
 * later, as a rule. What is laid out for that need not move when it does. Who shares what is known
 * before, for the configuration says what is joined.
 *
 * @param before where everything stands, or stood before it was hidden: what had a small place among
 *   the stopped ones keeps it
 */
export function withComing(
  graph: SharingGraph,
  before: { places: Places; left: Places },
): SharingGraph {
  const roomOf = (key: string) => (before.places.get(key) ?? before.left.get(key))?.room;
  const isComing = ({ key, container }: GraphNode) =>
    container.state === 'created' && roomOf(key) !== 'stopped';
  if (!graph.nodes.some(isComing)) return graph;
  const byKey = new Map(graph.nodes.map((node) => [containerKey(node.container), node]));
  const hubs = new Map(graph.hubs.map((hub) => [hub.id, hub]));
  const nodes = graph.nodes.map((node): GraphNode => {
    if (!isComing(node)) return node;
    const hostTies: NamespaceType[] = [];
    for (const type of NAMESPACE_TYPES) {
      const donorKey = donorOf(node.container, type);
      const donor = donorKey === null ? undefined : byKey.get(donorKey);
      const inHosts = node.container.joins[type] === 'host' || donor?.hostTies.includes(type);
      if (inHosts === true && PRIVATE_BY_DEFAULT.includes(type)) hostTies.push(type);
      const id = donor?.container.namespaces[type] ?? null;
      if (inHosts === true || donor === undefined || id === null) continue;
      hubs.set(id, joined(hubs.get(id), id, type, [donor.key, node.key]));
    }
    return { ...node, stopped: false, hostTies };
  });
  return { ...graph, nodes, hubs: [...hubs.values()] };
}

/** The container of its engine whose namespace is joined; null: none. */
function donorOf({ engine, joins }: Container, type: NamespaceType): ContainerKey | null {
  const id = /^container:(.+)$/.exec(joins[type] ?? '')?.[1];
  return id === undefined ? null : containerKey({ engine, id });
}

function joined(
  hub: Hub | undefined,
  id: NamespaceId,
  type: NamespaceType,
  keys: readonly string[],
): Hub {
  const members = [...new Set([...(hub?.members ?? []), ...keys])];
  return {
    id,
    type,
    members,
    hidden: hub?.hidden ?? [],
    pauses: hub?.pauses ?? [],
    ofEngine: hub?.ofEngine ?? false,
    lifetime: hub?.lifetime ?? '',
  };
}
