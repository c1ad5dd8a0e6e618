import { groupsOf, type Group } from './group';
import type { SharingGraph } from './sharing-graph';

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

/** The project of most of a group, where sharing goes over the borders of projects; null for none. */
function projectOf({ nodes }: Group): string | null {
  const counts = new Map<string, number>();
  for (const { project } of nodes) {
    if (project !== null) counts.set(project, (counts.get(project) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return most?.[0] ?? null;
}
