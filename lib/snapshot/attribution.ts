import type { ContainerId } from '../model/ids';
import { containerIdsIn } from '../proc/cgroup';
import type { ProcessReading } from '../proc/reading';

/** A running container, as far as attribution needs to know it. */
export interface Leader {
  container: ContainerId;
  pid: number;
}

/**
 * Which container each process belongs to: the innermost known one that its cgroup path names.
 * A path that names none, or could not be read (a reader in a cgroup namespace of its own sees
 * `/`), is settled by descent from a leader. Never by PID namespace: with `--pid container:` two
 * containers are in one.
 *
 * @returns pid → container id, for the processes that belong to one.
 */
export function attribute(
  processes: ReadonlyMap<number, ProcessReading>,
  known: ReadonlySet<ContainerId>,
  leaders: readonly Leader[],
): Map<number, ContainerId> {
  const ledBy = new Map<number, ContainerId>();
  for (const leader of leaders) {
    const reading = processes.get(leader.pid);
    if (reading !== undefined && isLeader(reading, leader.container)) {
      ledBy.set(leader.pid, leader.container);
    }
  }
  const settled = new Map<number, ContainerId | null>();

  const settle = (reading: ProcessReading): ContainerId | null => {
    const before = settled.get(reading.pid);
    if (before !== undefined) return before;
    // Guards against a cycle of parents, which a reused PID can make between two reads.
    settled.set(reading.pid, null);
    const container = containerOf(reading);
    settled.set(reading.pid, container);
    return container;
  };
  const containerOf = (reading: ProcessReading): ContainerId | null => {
    const named = reading.cgroup === null ? [] : containerIdsIn(reading.cgroup);
    const innermost = named.findLast((id) => known.has(id));
    if (innermost !== undefined) return innermost;
    if (named.length > 0) return null;
    const led = ledBy.get(reading.pid);
    if (led !== undefined) return led;
    const parent = processes.get(reading.ppid);
    return parent === undefined || parent.kernelThread ? null : settleByDescent(parent);
  };
  // Descent counts only from a container whose leader its cgroup does not name either.
  const settleByDescent = (parent: ProcessReading): ContainerId | null => {
    const container = settle(parent);
    return container !== null && namesNone(parent) ? container : null;
  };

  const result = new Map<number, ContainerId>();
  for (const reading of processes.values()) {
    const container = settle(reading);
    if (container !== null) result.set(reading.pid, container);
  }
  return result;
}

/**
 * Is this process the leader that the engine means? A cgroup that names other containers says that
 * the PID was used again after the container's end.
 */
export function isLeader(reading: ProcessReading, container: ContainerId): boolean {
  const named = reading.cgroup === null ? [] : containerIdsIn(reading.cgroup);
  return named.length === 0 || named.includes(container);
}

function namesNone(reading: ProcessReading): boolean {
  return reading.cgroup === null || containerIdsIn(reading.cgroup).length === 0;
}
