import type { GraphNode, Hub, SharingGraph } from '../sharing/graph';

/** Containers that belong together in the picture: tied by hubs, directly or through others. */
export interface Group {
  /** In the order in which they are placed: each after one that it is tied to. */
  nodes: GraphNode[];
  hubs: Hub[];
}

/** What each container shares, by its key, in the order of the hubs. */
export function hubsByMember(hubs: readonly Hub[]): ReadonlyMap<string, readonly Hub[]> {
  const hubsOf = new Map<string, Hub[]>();
  for (const hub of hubs) {
    for (const member of hub.members) {
      const known = hubsOf.get(member);
      if (known === undefined) hubsOf.set(member, [hub]);
      else known.push(hub);
    }
  }
  return hubsOf;
}

/**
 * The running containers in groups, in the order in which they are placed: those tied to the host
 * first (they need the room beside it), then the largest, then the oldest; siblings of a Compose
 * project one after another.
 */
export function groupsOf(graph: SharingGraph): Group[] {
  const byKey = new Map(graph.nodes.map((node) => [node.key, node]));
  const hubsOf = hubsByMember(graph.hubs);
  const seen = new Set<string>();
  const met = new Set<Hub>();
  const groups: Group[] = [];
  const running = graph.nodes.filter((node) => !node.stopped);
  const degree = (node: GraphNode) => hubsOf.get(node.key)?.length ?? 0;
  // Starting each walk at the best tied member puts that one in the middle of its group.
  for (const start of [...running].sort((a, b) => degree(b) - degree(a))) {
    if (seen.has(start.key)) continue;
    seen.add(start.key);
    const group: Group = { nodes: [start], hubs: [] };
    for (const node of group.nodes) {
      for (const hub of hubsOf.get(node.key) ?? []) {
        if (met.has(hub)) continue;
        met.add(hub);
        group.hubs.push(hub);
        for (const key of hub.members) {
          const member = byKey.get(key);
          if (member === undefined || seen.has(key)) continue;
          seen.add(key);
          group.nodes.push(member);
        }
      }
    }
    groups.push(group);
  }
  const age = new Map(running.map((node, index) => [node, index]));
  const first = (group: Group) => Math.min(...group.nodes.map((node) => age.get(node) ?? 0));
  const project = (group: Group) =>
    group.nodes.find((node) => node.project !== null)?.project ?? '~';
  const hostTies = (group: Group) =>
    group.nodes.reduce((sum, node) => sum + node.hostTies.length, 0);
  return groups
    .map((group) => ({
      group,
      tied: hostTies(group) > 0 ? 0 : 1,
      size: group.nodes.length + group.hubs.length,
      project: project(group),
      first: first(group),
    }))
    .sort(
      (a, b) =>
        a.tied - b.tied ||
        b.size - a.size ||
        (a.project < b.project ? -1 : a.project > b.project ? 1 : 0) ||
        a.first - b.first,
    )
    .map(({ group }) => group);
}
