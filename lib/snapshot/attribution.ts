import type { ContainerId, ContainerKey } from '../model/ids';
import { containerIdsIn } from '../proc/cgroup';
import type { ProcessReading } from '../proc/reading';

/**
 * Which container each process belongs to: the innermost known one that its cgroup path names.
 * A path that names none, or could not be read (a reader in a cgroup namespace of its own sees
 * `/`), is settled by descent from a leader. Never by PID namespace: with `--pid container:` two
 * containers are in one.
 *
 * @param known the containers that have an id: of one engine, but for copies of an engine's data
 * @param leaders container → its leader, as far as it was found
 * @returns pid → container, for the processes that belong to one.
 */
export function attribute(
  processes: ReadonlyMap<number, ProcessReading>,
  known: ReadonlyMap<ContainerId, readonly ContainerKey[]>,
  leaders: ReadonlyMap<ContainerKey, ProcessReading>,
): Map<number, ContainerKey> {
  const ledBy = new Map([...leaders].map(([container, { pid }]) => [pid, container]));
  const settled = new Map<number, ContainerKey | null>();
  // Paths are few and processes many.
  const ids = new Map<string | null, string[]>([[null, []]]);
  const namedBy = ({ cgroup }: ProcessReading): string[] => {
    const before = ids.get(cgroup);
    if (before !== undefined || cgroup === null) return before ?? [];
    const named = containerIdsIn(cgroup);
    ids.set(cgroup, named);
    return named;
  };

  const settle = (reading: ProcessReading): ContainerKey | null => {
    const before = settled.get(reading.pid);
    if (before !== undefined) return before;
    // Guards against a cycle of parents, which a reused PID can make between two reads.
    settled.set(reading.pid, null);
    const container = containerOf(reading);
    settled.set(reading.pid, container);
    return container;
  };
  const containerOf = (reading: ProcessReading): ContainerKey | null => {
    const named = namedBy(reading);
    const innermost = named.findLast((id) => known.has(id));
    if (innermost !== undefined) {
      const [only, ...others] = known.get(innermost) ?? [];
      return others.length === 0 ? (only ?? null) : ownerAmong([only, ...others], reading, leaders);
    }
    if (named.length > 0) return null;
    const led = ledBy.get(reading.pid);
    if (led !== undefined) return led;
    const parent = processes.get(reading.ppid);
    return parent === undefined || parent.kernelThread ? null : settleByDescent(parent);
  };
  // Descent counts only from a container whose leader its cgroup does not name either.
  const settleByDescent = (parent: ProcessReading): ContainerKey | null => {
    const container = settle(parent);
    return container !== null && namedBy(parent).length === 0 ? container : null;
  };

  const result = new Map<number, ContainerKey>();
  for (const reading of processes.values()) {
    const container = settle(reading);
    if (container !== null) result.set(reading.pid, container);
  }
  return result;
}

/** Of containers with one id: the one whose leader's cgroup the process is in, else one that runs. */
function ownerAmong(
  keys: readonly (ContainerKey | undefined)[],
  { cgroup }: ProcessReading,
  leaders: ReadonlyMap<ContainerKey, ProcessReading>,
): ContainerKey | null {
  const found = keys.filter((key) => key !== undefined);
  const leads = (key: ContainerKey) => {
    const path = leaders.get(key)?.cgroup ?? null;
    return path !== null && (cgroup === path || cgroup?.startsWith(`${path}/`) === true);
  };
  return found.find(leads) ?? found.find((key) => leaders.has(key)) ?? found[0] ?? null;
}
