import { groupsOf, type Group } from './group';
import type { SharingGraph } from './sharing-graph';

/** Groups that stand together: of one Compose project, or of projects that share something. */
export interface Cluster {
  /** In the order in which they are placed. */
  groups: Group[];
  /** All of them as if they were one. */
  whole: Group;
}

/**
 * The running containers in clusters, in the order in which they are placed: those tied to the host
 * first (they need the room beside it), then the largest, then by project, then the oldest.
 */
export function clustersOf(graph: SharingGraph): Cluster[] {
  const groups = groupsOf(graph);
  const byProject = new Map<string, Group[]>();
  const clusters = new Set<Group[]>();
  for (const group of groups) {
    const projects = group.nodes.flatMap(({ project }) => project ?? []);
    const known = new Set(projects.flatMap((project) => [byProject.get(project) ?? []]));
    const cluster = [...[...known].flat(), group];
    for (const each of known) clusters.delete(each);
    clusters.add(cluster);
    for (const { project } of cluster.flatMap(({ nodes }) => nodes)) {
      if (project !== null) byProject.set(project, cluster);
    }
  }
  const order = new Map(groups.map((group, index) => [group, index]));
  const ages = new Map(graph.nodes.map((node, index) => [node, index]));
  return [...clusters]
    .map((unordered) => {
      const sorted = [...unordered].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
      const nodes = sorted.flatMap((group) => group.nodes);
      const whole = { nodes, hubs: sorted.flatMap((group) => group.hubs) };
      return {
        cluster: { groups: sorted, whole },
        tied: nodes.some((node) => node.hostTies.length > 0) ? 0 : 1,
        size: nodes.length + whole.hubs.length,
        project: nodes.find((node) => node.project !== null)?.project ?? '~',
        oldest: Math.min(...nodes.map((node) => ages.get(node) ?? 0)),
      };
    })
    .sort(
      (a, b) =>
        a.tied - b.tied ||
        b.size - a.size ||
        (a.project < b.project ? -1 : a.project > b.project ? 1 : 0) ||
        a.oldest - b.oldest,
    )
    .map(({ cluster }) => cluster);
}
