import type { ProjectHull } from '../layout/drawn-hulls';
import type { Container } from '../model/container';
import { namesTold, refsOf } from '../model/container-ref';
import { type ContainerKey, containerKey } from '../model/ids';
import { isPod } from '../model/project';
import { projectsTold } from '../model/project-told';
import type { Snapshot } from '../model/snapshot';
import { standsForPod } from '../sharing/pod';

/** An island of a pod, to be pressed: that selects who stands for the pod. */
export interface PodGround extends Pick<ProjectHull, 'key' | 'path'> {
  pod: string;
  /** Who stands for it: by key, as a link names it, and as it is called. */
  holder: ContainerKey;
  ref: string;
  called: string;
  /** The names of what is in it, without pause containers. */
  names: string[];
  /** Of several islands of one pod the first speaks for all. */
  isFirst: boolean;
}

/**
 * The grounds of pods, in the order of the islands; of one that nobody is in any more there is none.
 *
 * @param hulls the islands of pods alone
 */
export function podGrounds(
  hulls: readonly ProjectHull[],
  snapshot: Pick<Snapshot, 'containers' | 'engines'>,
): PodGround[] {
  const members = membersOf(snapshot);
  const refs = refsOf(snapshot);
  const nameOf = namesTold(snapshot);
  const met = new Set<string>();
  return hulls.flatMap(({ key, project: pod, path }) => {
    const inIt = members.get(pod) ?? [];
    const container = standsForPod(inIt);
    if (container === null) return [];
    const isFirst = !met.has(pod);
    met.add(pod);
    const holder = containerKey(container);
    return {
      ...{ key, path, pod, holder, isFirst },
      ref: refs.get(holder) ?? container.id,
      called: nameOf(container),
      names: inIt.filter(({ role }) => role !== 'pause').map(({ name }) => name),
    };
  });
}

/** Those in each pod, by what it is called: of pods of one name in several engines each is another. */
function membersOf(
  snapshot: Pick<Snapshot, 'containers' | 'engines'>,
): ReadonlyMap<string, readonly Container[]> {
  const members = new Map<string, Container[]>();
  const toldOf = projectsTold(snapshot);
  for (const each of snapshot.containers) {
    const pod = toldOf(each);
    if (pod === null || !isPod(pod)) continue;
    const known = members.get(pod);
    if (known === undefined) members.set(pod, [each]);
    else known.push(each);
  }
  return members;
}
