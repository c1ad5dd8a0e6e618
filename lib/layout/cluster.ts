import { groupsOf, hubsByMember, type Group } from './group';
import type { Places } from './places';
import type { SharingGraph } from '../sharing/graph';

/** Groups that stand together: those of one Compose project. */
export interface Cluster {
  /** In the order in which they are placed. */
  groups: Group[];
  /** All of them as if they were one. */
  whole: Group;
}

/**
 * The running containers in clusters, in the order in which they are placed: those most tied to the
 * host first (they need the room beside it), then the largest, then by project, then the oldest.
 */
export function clustersOf(graph: SharingGraph): Cluster[] {
  const groups = groupsOf(graph);
  const byProject = new Map<string, Group[]>();
  const together: { project: string; groups: Group[] }[] = [];
  for (const group of groups) {
    const project = projectOf(group);
    const known = project === null ? undefined : byProject.get(project);
    if (known !== undefined) known.push(group);
    else {
      const fresh = [group];
      if (project !== null) byProject.set(project, fresh);
      together.push({ project: project ?? '~', groups: fresh });
    }
  }
  const ages = new Map(graph.nodes.map((node, index) => [node, index]));
  return together
    .map((cluster) => {
      const nodes = cluster.groups.flatMap((group) => group.nodes);
      const hubs = cluster.groups.flatMap((group) => group.hubs);
      return {
        cluster: { groups: cluster.groups, whole: { nodes, hubs } },
        tied: nodes.reduce((sum, node) => sum + node.hostTies.length, 0) / nodes.length,
        size: nodes.length + hubs.length,
        project: cluster.project,
        oldest: Math.min(...nodes.map((node) => ages.get(node) ?? 0)),
      };
    })
    .sort(
      (a, b) =>
        b.tied - a.tied ||
        b.size - a.size ||
        (a.project < b.project ? -1 : a.project > b.project ? 1 : 0) ||
        a.oldest - b.oldest,
    )
    .map(({ cluster }) => cluster);
}

/**
 * The running nodes of which some have no place yet, with all that they share with others and all
 * of their projects: the clusters of this part are those of the whole in which something is missing.
 */
export function partWithoutPlaces(graph: SharingGraph, places: Places): SharingGraph {
  const running = graph.nodes.filter(({ stopped }) => !stopped);
  const missing = [
    ...running.filter(({ key }) => !places.has(key)).map(({ key }) => key),
    ...graph.hubs.filter(({ id }) => !places.has(id)).flatMap(({ members }) => members),
  ];
  if (missing.length === 0) return { nodes: [], hubs: [] };
  const byProject = new Map<string, string[]>();
  for (const { key, project } of running) {
    if (project !== null) byProject.set(project, [...(byProject.get(project) ?? []), key]);
  }
  const byKey = new Map(running.map((node) => [node.key, node]));
  const hubsOf = hubsByMember(graph.hubs);
  const part = new Set(missing);
  for (const key of part) {
    const project = byKey.get(key)?.project ?? null;
    if (project !== null) for (const each of byProject.get(project) ?? []) part.add(each);
    for (const { members } of hubsOf.get(key) ?? []) for (const each of members) part.add(each);
  }
  return {
    nodes: running.filter(({ key }) => part.has(key)),
    hubs: graph.hubs.filter(({ members }) => members.some((key) => part.has(key))),
  };
}

/** The project of most of a group, where sharing goes over the borders of projects; null for none. */
function projectOf({ nodes }: Group): string | null {
  const counts = new Map<string, number>();
  for (const { project } of nodes) {
    if (project !== null) counts.set(project, (counts.get(project) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return most?.[0] ?? null;
}
