import type { ContainerId, ContainerKey } from '../model/ids';
import type { ProcessReading } from '../proc/reading';
import type { CgroupNamed, CgroupNames } from './cgroup-names';
import { isNumberedBy } from './engine-numbers';

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
 * Of an engine that may be anybody it has to be the daemon's own number for it as well.
 *
 * @returns container → its leader; none where it cannot be told
 */
export function findLeaders(
  containers: readonly (CgroupNamed & { pid: number })[],
  processes: Processes,
  names: CgroupNames,
): Map<ContainerKey, ProcessReading> {
  const leads = (reading: ProcessReading, container: CgroupNamed & { pid: number }) =>
    isLeader(reading, container, processes, names) &&
    (container.doubted === undefined ||
      isNumberedBy(container.doubted, container.pid, reading, processes));
  let inner: Map<ContainerKey, ProcessReading[]> | null = null;
  const leaders = new Map<ContainerKey, ProcessReading>();
  for (const container of containers) {
    const { key, pid } = container;
    if (pid === 0) continue;
    const numbered = processes.get(pid);
    if (numbered !== undefined && leads(numbered, container)) {
      leaders.set(key, numbered);
      continue;
    }
    inner ??= inInnerNamespaces(processes, names);
    const [found, ...others] = (inner.get(key) ?? []).filter(
      (reading) => reading.nsPids?.includes(pid, 1) === true && leads(reading, container),
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
function isLeader(
  { ppid, cgroup }: ProcessReading,
  { key, id }: CgroupNamed,
  processes: Processes,
  names: CgroupNames,
): boolean {
  const parent = processes.get(ppid);
  if (names.names(cgroup, key)) return parent === undefined || !names.names(parent.cgroup, key);
  if (names.namedIn(cgroup).some(({ doubted }) => !doubted)) return false;
  return parent !== undefined && monitors(parent, id);
}

/** Does a process watch over the container? */
function monitors({ args, comm }: ProcessReading, container: ContainerId): boolean {
  return args === null
    ? MONITORS.includes(comm)
    : args.includes(container) && MONITORS.some((name) => comm.startsWith(name));
}

/** Those that have more than one number, by the innermost containers that their cgroup names. */
function inInnerNamespaces(
  processes: Processes,
  names: CgroupNames,
): Map<ContainerKey, ProcessReading[]> {
  const found = new Map<ContainerKey, ProcessReading[]>();
  for (const reading of processes.values()) {
    if ((reading.nsPids?.length ?? 0) < 2) continue;
    const named = names.namedIn(reading.cgroup);
    // What may be anybody's word hides nothing that another engine names.
    const innermost = [true, false].flatMap(
      (doubted) => named.findLast((each) => each.doubted === doubted)?.keys ?? [],
    );
    for (const key of innermost) {
      const there = found.get(key);
      if (there === undefined) found.set(key, [reading]);
      else there.push(reading);
    }
  }
  return found;
}
