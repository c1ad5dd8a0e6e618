import { namespaceTypeOf, type NamespaceId } from '../model/ids';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import type { Namespace } from '../model/namespace';
import type { Process } from '../model/process';
import type { NamespaceSet } from '../model/namespace-set';
import { metThrough, type NamespaceReading, type NamespaceRelations } from '../proc/reading';
import { byNamespace, byText } from '../model/order';

interface Found {
  id: NamespaceId;
  type: NamespaceType;
  /** Null: no process is in it. */
  leader: Process | null;
  processes: number;
  containers: Set<string>;
}

/**
 * The namespaces that the processes are in, and those without any that a reading tells of. Parents
 * and owners are the kernel's word where it could be asked (`relation: kernel`), else inferred from
 * the process tree.
 *
 * @param processes in ascending order of PID
 */
export function collectNamespaces(
  processes: readonly Process[],
  hostNamespaces: NamespaceSet,
  readings: ReadonlyMap<NamespaceId, NamespaceReading>,
): Namespace[] {
  const found = new Map<NamespaceId, Found>();
  for (const { leader, processes: members, containers } of groupBySet(processes)) {
    for (const type of NAMESPACE_TYPES) {
      const id = leader.namespaces[type];
      if (id === null) continue;
      let entry = found.get(id);
      if (entry === undefined) {
        entry = { id, type, leader, processes: 0, containers: new Set() };
        found.set(id, entry);
      }
      entry.processes += members;
      for (const container of containers) entry.containers.add(container);
    }
  }
  for (const id of readings.keys()) {
    if (found.has(id)) continue;
    found.set(id, {
      id,
      type: namespaceTypeOf(id),
      leader: null,
      processes: 0,
      containers: new Set(),
    });
  }
  const byPid = new Map(processes.map((process) => [process.pid, process]));
  return [...found.values()]
    .map((entry): Namespace => {
      const { id } = entry;
      const host = id === hostNamespaces[entry.type];
      const reading = readings.get(id);
      const relations = reading?.relations ?? null;
      return {
        id,
        lifetime: reading?.lifetime ?? (entry.leader === null ? '@' : metThrough(entry.leader)),
        type: entry.type,
        host,
        ...(relations ?? inferRelations(entry, reading, byPid, hostNamespaces)),
        relation: relations === null ? 'inferred' : 'kernel',
        leader: entry.leader?.pid ?? null,
        processes: entry.processes,
        containers: [...entry.containers].sort(byText),
        heldBy: reading?.heldBy ?? [],
        uidMap: reading?.uidMap ?? null,
        gidMap: reading?.gidMap ?? null,
        unreadable: reading?.unreadable ?? {},
      };
    })
    .sort((a, b) => byNamespace(a.id, b.id));
}

interface Group {
  leader: Process;
  processes: number;
  containers: Set<string>;
}

/**
 * Those that have the very same set of namespaces, the one with the lowest leader first: sets are few
 * and processes many.
 */
function groupBySet(processes: readonly Process[]): Iterable<Group> {
  const groups = new Map<NamespaceSet, Group>();
  for (const process of processes) {
    let group = groups.get(process.namespaces);
    if (group === undefined) {
      group = { leader: process, processes: 0, containers: new Set() };
      groups.set(process.namespaces, group);
    }
    group.processes += 1;
    if (process.container !== null) group.containers.add(process.container);
  }
  return groups.values();
}

function inferRelations(
  { id, type, leader }: Found,
  reading: NamespaceReading | undefined,
  byPid: ReadonlyMap<number, Process>,
  hostNamespaces: NamespaceSet,
): NamespaceRelations {
  const holder = byPid.get(reading?.heldBy[0]?.pid ?? 0);
  const user = (leader ?? holder)?.namespaces.user ?? null;
  const outermost = leader === null || id === hostNamespaces[type];
  return {
    parent: outermost ? null : inferParent(type, leader, byPid, hostNamespaces),
    owner: type === 'user' ? null : user,
    ownerUid: null,
  };
}

/** Only pid and user namespaces have parents: the nearest ancestor's namespace one level up. */
function inferParent(
  type: NamespaceType,
  leader: Process,
  byPid: ReadonlyMap<number, Process>,
  hostNamespaces: NamespaceSet,
): NamespaceId | null {
  if (type === 'pid') {
    const depth = leader.nsPids?.length ?? null;
    if (depth === null) return null;
    // Level one is the reader's own namespace, level two lies right inside it.
    if (depth === 2) return hostNamespaces.pid;
    return ancestorNamespace(type, leader, byPid, (each) => each.nsPids?.length === depth - 1);
  }
  if (type === 'user') {
    return ancestorNamespace(type, leader, byPid, () => true);
  }
  return null;
}

function ancestorNamespace(
  type: NamespaceType,
  leader: Process,
  byPid: ReadonlyMap<number, Process>,
  suits: (ancestor: Process) => boolean,
): NamespaceId | null {
  const own = leader.namespaces[type];
  const visited = new Set<number>();
  let ancestor = byPid.get(leader.ppid);
  while (ancestor !== undefined && !visited.has(ancestor.pid)) {
    const id = ancestor.namespaces[type];
    if (id !== null && id !== own && suits(ancestor)) return id;
    visited.add(ancestor.pid);
    ancestor = byPid.get(ancestor.ppid);
  }
  return null;
}
