import type { Container } from '../model/container';
import { byStart } from '../model/container-order';
import { isSameContainer } from '../model/containers-by-key';
import type { NamespaceType } from '../model/namespace-type';
import { podOf } from '../model/project';
import type { Snapshot } from '../model/snapshot';

/** The fields by which a pod of Kubernetes asks for namespaces of the host's; it has the host's name with its network. */
const OF_HOST: Partial<Record<NamespaceType, string>> = {
  pid: 'hostPID',
  net: 'hostNetwork',
  ipc: 'hostIPC',
  uts: 'hostNetwork',
};

/** The field by which a pod asks for the host's namespace of a type; null: it is none of Kubernetes', or there is none. */
export function hostFieldOf(container: Container, type: NamespaceType): string | null {
  return isOfKubernetes(container) ? (OF_HOST[type] ?? null) : null;
}

/**
 * What its pod was made with for its containers to see each other's processes: the field of a pod, or Podman's flag.
 *
 * @returns null where its PID namespace is not that which holds the pod: it joined another's alone, as with
 *   `kubectl debug --target`
 */
export function processesAskedBy(
  snapshot: Pick<Snapshot, 'containers'>,
  container: Container,
): string | null {
  const holder = [container, ...inPodWith(snapshot, container)].find(
    ({ role }) => role === 'pause',
  );
  if (holder === undefined || holder.namespaces.pid !== container.namespaces.pid) return null;
  return isOfKubernetes(container) ? 'shareProcessNamespace: true' : '--share pid';
}

/**
 * Who stands for a whole pod where it is selected: its pause container, which holds what the others share, and of several
 * the one that runs; else the first that runs. Null: nobody is in it.
 */
export function standsForPod(containers: readonly Container[]): Container | null {
  const pauses = containers.filter(({ role }) => role === 'pause');
  return (pauses.length > 0 ? pauses : containers).toSorted(byStart)[0] ?? null;
}

/** The others of its pod, its pause container among them; none where it is in none. */
export function inPodWith(
  { containers }: Pick<Snapshot, 'containers'>,
  one: Container,
): Container[] {
  const pod = podOf(one);
  return containers.filter(
    (each) =>
      pod !== null &&
      each.engine === one.engine &&
      podOf(each) === pod &&
      !isSameContainer(each, one),
  );
}

/**
 * Does it see the processes of these, which are of its pod?
 *
 * @returns null where that could not be read
 */
export function seesProcessesOf(
  container: Container,
  others: readonly Container[],
): Container[] | null {
  if (container.sharing.pid === 'unknown') return null;
  if (container.sharing.pid !== 'shared') return [];
  return others.filter(({ namespaces }) => namespaces.pid === container.namespaces.pid);
}

/** Podman tells of its own pods by a word, whatever runs them for Kubernetes by labels. */
function isOfKubernetes(container: Container): boolean {
  return podOf(container) !== null && container.pod === undefined;
}
