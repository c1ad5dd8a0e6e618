import type { GraphNode, SharingGraph } from '../sharing/graph';
import type { Container } from '../model/container';
import { type ContainerKey, containerKey, containerKeyOf } from '../model/ids';
import { isStopped } from '../model/is-stopped';
import { NAMESPACE_TYPES, perType, type NamespaceType } from '../model/namespace-type';
import { withoutEngine } from '../model/project';
import type { Snapshot } from '../model/snapshot';
import type { Grouping, MatrixOrder } from '../view-state/matrix-choices';
import { countSaid, saidSharing, type SharingCounts } from '../sharing/said';
import { foldsStopped } from '../sharing/stopped-fold';
import { groupsOf, type MatrixGroup } from './groups';
import { sharedLetters } from './letters';
import { comparing } from './order';
import type { MatrixCell, MatrixRow } from './row';

export interface Matrix {
  groups: readonly MatrixGroup[];
  /** Where they are many, the rows of stopped containers, which then are in no group; else none. */
  stopped: readonly MatrixRow[];
  counts: Readonly<Record<NamespaceType, SharingCounts>>;
}

/**
 * Containers × types, the same whatever order the containers come in.
 *
 * @param whole all containers, shown or not: a letter means the same whatever is hidden
 * @param graph those that have rows
 */
export function matrixOf(
  whole: Snapshot,
  { nodes, hubs }: SharingGraph,
  { grouping, order }: { grouping: Grouping; order: MatrixOrder },
): Matrix {
  const letters = sharedLetters(whole.containers);
  const processes = processCounts(whole);
  const rows = nodes.map((node): MatrixRow => {
    const { container } = node;
    const cells = NAMESPACE_TYPES.map((type): MatrixCell => {
      const namespace = container.namespaces[type];
      const sharing = container.sharing[type];
      const shared = namespace !== null && sharing === 'shared';
      const said = saidSharing(container, type, whole.host.namespaces);
      const letter = shared ? (letters.get(namespace) ?? null) : null;
      return { type, sharing, said, namespace, letter };
    });
    return {
      node,
      name: grouping === 'project' ? withoutPod(node) : node.named,
      cells,
      processes: processes.get(containerKey(container)) ?? (isUntold(container) ? null : 0),
    };
  });
  rows.sort(comparing(order));
  const stopped = rows.filter(({ node }) => node.stopped);
  const folds = foldsStopped(stopped.length);
  const grouped = folds ? rows.filter(({ node }) => !node.stopped) : rows;
  return {
    groups: groupsOf(grouped, hubs, grouping),
    stopped: folds ? stopped : [],
    counts: perType((type) => countOf(rows, type)),
  };
}

/** Does it run, and nobody tells its first process, by which the others are found? */
function isUntold(container: Container): boolean {
  return container.pid === 0 && !isStopped(container);
}

/** Its pod is in the heading above. */
function withoutPod({ named, project }: GraphNode): string {
  if (project === null) return named;
  const pod = `${withoutEngine(project)}/`;
  // Elsewhere in a name a slash is of its engine's address.
  return named.startsWith(pod) ? named.slice(pod.length) : named;
}

function countOf(rows: readonly MatrixRow[], type: NamespaceType): SharingCounts {
  const cells = rows.flatMap((row) => row.cells.filter((each) => each.type === type));
  return countSaid(cells.map(({ said }) => said));
}

function processCounts({ processes }: Snapshot): ReadonlyMap<ContainerKey, number> {
  const counts = new Map<ContainerKey, number>();
  for (const process of processes) {
    const key = containerKeyOf(process);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
