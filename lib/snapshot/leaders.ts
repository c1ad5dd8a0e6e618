import type { ContainerReading } from '../docker/reading';
import type { ContainerId, ContainerKey } from '../model/ids';
import { containerIdsIn } from '../proc/cgroup';
import type { ProcessReading } from '../proc/reading';

type Processes = ReadonlyMap<number, ProcessReading>;

/** The programs that start a container's leader and stay its parent: containerd's and Podman's. */
const MONITORS: readonly string[] = ['containerd-shim', 'conmon'];

/**
 * Finds the leaders of running containers among the processes that were read.
 *
 * The engine tells a number only, and numbers are those of its own PID namespace: a daemon in a
 * container, in a virtual machine or behind a tunnel numbers otherwise, and a number can go to
 * another process. So a process counts as the leader only where more than its number speaks for it;
 * and where the number is another's, the one that has it in an inner PID namespace is looked for.
 *
 * @returns container → its leader; none where it cannot be told
 */
export function findLeaders(
  containers: readonly (Pick<ContainerReading, 'id' | 'pid'> & { key: ContainerKey })[],
  processes: Processes,
): Map<ContainerKey, ProcessReading> {
  let inner: Map<ContainerId, ProcessReading[]> | null = null;
  const leaders = new Map<ContainerKey, ProcessReading>();
  for (const { key, id, pid } of containers) {
    if (pid === 0) continue;
    const numbered = processes.get(pid);
    if (numbered !== undefined && isLeader(numbered, id, processes)) {
      leaders.set(key, numbered);
      continue;
    }
    inner ??= inInnerNamespaces(processes);
    const [found, ...others] = (inner.get(id) ?? []).filter(
      (reading) => reading.nsPids?.includes(pid, 1) === true && isLeader(reading, id, processes),
    );
    if (found !== undefined && others.length === 0) leaders.set(key, found);
  }
  return leaders;
}

/**
 * Is this process, which has the leader's number, the leader? Its cgroup names the container and its
 * parent's does not; or it names none (a daemon without rights makes no cgroups; a reader in a cgroup
 * namespace sees its own as `/`) and the parent is the monitor of this very container.
 */
function isLeader(reading: ProcessReading, container: ContainerId, processes: Processes): boolean {
  const parent = processes.get(reading.ppid);
  const named = idsOf(reading);
  if (named.length > 0) {
    return (
      named.includes(container) && (parent === undefined || !idsOf(parent).includes(container))
    );
  }
  if (parent === undefined) return false;
  return parent.args === null
    ? MONITORS.includes(parent.comm)
    : parent.args.includes(container) && MONITORS.some((name) => parent.comm.startsWith(name));
}

/** Those that have more than one number, by the innermost container that their cgroup names. */
function inInnerNamespaces(processes: Processes): Map<ContainerId, ProcessReading[]> {
  const found = new Map<ContainerId, ProcessReading[]>();
  for (const reading of processes.values()) {
    if ((reading.nsPids?.length ?? 0) < 2) continue;
    const id = idsOf(reading).at(-1);
    if (id === undefined) continue;
    const there = found.get(id);
    if (there === undefined) found.set(id, [reading]);
    else there.push(reading);
  }
  return found;
}

function idsOf({ cgroup }: ProcessReading): string[] {
  return cgroup === null ? [] : containerIdsIn(cgroup);
}
