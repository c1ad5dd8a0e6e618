import type { ContainerKey } from '../model/ids';
import type { ProcessReading } from '../proc/reading';
import type { CgroupNames, Named } from './cgroup-names';

/**
 * Which container each process belongs to: the innermost known one that its cgroup path names.
 * A path that names none, or could not be read (a reader in a cgroup namespace of its own sees
 * `/`), is settled by descent from a leader. Never by PID namespace: with `--pid container:` two
 * containers are in one.
 *
 * @param names what paths name
 * @param leaders container → its leader, as far as it was found
 * @returns pid → container, for the processes that belong to one.
 */
export function attribute(
  processes: ReadonlyMap<number, ProcessReading>,
  names: CgroupNames,
  leaders: ReadonlyMap<ContainerKey, ProcessReading>,
): Map<number, ContainerKey> {
  const ledBy = new Map([...leaders].map(([container, { pid }]) => [pid, container]));
  const settled = new Map<number, ContainerKey | null>();

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
    const named = names.namedIn(reading.cgroup);
    const innermost = named
      .map((each) => ownersAmong(each, leaders))
      .findLast((keys) => keys.length > 0);
    if (innermost !== undefined) return ownerAmong(innermost, reading, leaders);
    if (named.some(({ doubted }) => !doubted)) return null;
    const led = ledBy.get(reading.pid);
    if (led !== undefined) return led;
    const parent = processes.get(reading.ppid);
    return parent === undefined || parent.kernelThread ? null : settleByDescent(parent);
  };
  // Descent counts only from a container whose leader its cgroup does not name either.
  const settleByDescent = (parent: ProcessReading): ContainerKey | null => {
    const container = settle(parent);
    const named = names.namedIn(parent.cgroup).some(({ doubted }) => !doubted);
    return container !== null && !named ? container : null;
  };

  const result = new Map<number, ContainerKey>();
  for (const reading of processes.values()) {
    const container = settle(reading);
    if (container !== null) result.set(reading.pid, container);
  }
  return result;
}

/** Those that a part can be of: where it is a path that an engine tells, its leader has to be in that very cgroup. */
function ownersAmong(
  { keys, told }: Named,
  leaders: ReadonlyMap<ContainerKey, ProcessReading>,
): readonly ContainerKey[] {
  if (told === null) return keys;
  return keys.filter((key) => {
    const path = leaders.get(key)?.cgroup ?? '';
    return path === told || path.startsWith(`${told}/`);
  });
}

/** Of those that one part names: the one whose leader's cgroup the process is in, else one that runs. */
function ownerAmong(
  keys: readonly ContainerKey[],
  { cgroup }: ProcessReading,
  leaders: ReadonlyMap<ContainerKey, ProcessReading>,
): ContainerKey | null {
  if (keys.length < 2) return keys[0] ?? null;
  const leads = (key: ContainerKey) => {
    const path = leaders.get(key)?.cgroup ?? null;
    return path !== null && (cgroup === path || cgroup?.startsWith(`${path}/`) === true);
  };
  return keys.find(leads) ?? keys.find((key) => leaders.has(key)) ?? keys[0] ?? null;
}
