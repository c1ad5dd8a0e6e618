import type { NamespaceType } from '../model/namespace-type';
import { HOST_KEY } from './places';
import type { SharingGraph } from '../sharing/graph';

/**
 * What is pointed at: a node's or hub's key, or the host's; for a host tie also its type; or all the
 * host ties of one type.
 */
export type Pointed = { key: string; hostType?: NamespaceType } | { bundle: NamespaceType };

/** Are these the same thing, or both nothing? */
export function samePointed(a: Pointed | null, b: Pointed | null): boolean {
  if (a === null || b === null) return a === b;
  if ('bundle' in a) return 'bundle' in b && a.bundle === b.bundle;
  return 'key' in b && a.key === b.key && a.hostType === b.hostType;
}

/**
 * The keys of what is pointed at and of all that is directly tied to it, ties included.
 * @param beside what else is tied to what, of what stands beside the graph
 */
export function linkedTo(
  graph: SharingGraph,
  pointed: Pointed,
  types: readonly NamespaceType[],
  beside: readonly { between: readonly string[] }[] = [],
): ReadonlySet<string> {
  const key = 'bundle' in pointed ? HOST_KEY : pointed.key;
  const hostType = 'bundle' in pointed ? pointed.bundle : pointed.hostType;
  const linked = new Set([key]);
  for (const { between } of beside) {
    if (between.includes(key)) between.forEach((end) => linked.add(end));
  }
  for (const node of graph.nodes) {
    if (key !== node.key && key !== HOST_KEY) continue;
    for (const type of node.hostTies) {
      if (!types.includes(type) || (hostType !== undefined && hostType !== type)) continue;
      linked.add(node.key).add(HOST_KEY).add(`${node.key}|${type}`).add(bundleKey(type));
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

/** The key of the bundle of all host ties of a type. */
export function bundleKey(type: NamespaceType): string {
  return `${HOST_KEY}|${type}`;
}
