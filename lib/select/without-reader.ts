import type { Namespace } from '../model/namespace';
import { NAMESPACE_TYPES } from '../model/namespace-type';
import type { Process } from '../model/process';
import type { Snapshot } from '../model/snapshot';
import { containerKey, containerKeyOf } from '../model/ids';

/**
 * What there is besides nsview's own readers: without their containers, processes and the namespaces
 * that only they are in. What they do not touch is the very same record; a snapshot without a reader
 * is the very same snapshot.
 */
export function withoutReader(snapshot: Snapshot): Snapshot {
  const readers = new Set(
    snapshot.containers.filter(({ role }) => role === 'reader').map(containerKey),
  );
  if (readers.size === 0) return snapshot;
  const isOwn = (process: Process) => {
    const key = containerKeyOf(process);
    return key !== null && readers.has(key);
  };
  const processes = snapshot.processes.filter((process) => !isOwn(process));
  const own = snapshot.processes.filter(isOwn);
  const inside = new Map<string, number>();
  for (const { namespaces } of own) {
    for (const type of NAMESPACE_TYPES) {
      const id = namespaces[type];
      if (id !== null) inside.set(id, (inside.get(id) ?? 0) + 1);
    }
  }
  const ownPids = new Set(own.map(({ pid }) => pid));
  const ids = new Set(own.flatMap(({ container }) => container ?? []));
  return {
    ...snapshot,
    containers: snapshot.containers.filter((each) => !readers.has(containerKey(each))),
    processes,
    namespaces: snapshot.namespaces.flatMap((namespace) => {
      const count = inside.get(namespace.id);
      if (count === undefined) return [namespace];
      return remaining(namespace, count, ids, ownPids, processes);
    }),
  };
}

/** A namespace that readers are in, without them; nothing when nobody else is. */
function remaining(
  namespace: Namespace,
  count: number,
  readers: ReadonlySet<string>,
  ownPids: ReadonlySet<number>,
  others: Snapshot['processes'],
): Namespace[] {
  const left = namespace.processes - count;
  // What Docker mounts of the reader's namespaces, it mounts for the reader.
  if (left === 0 && !namespace.host) return [];
  const here = others.filter(({ namespaces }) => namespaces[namespace.type] === namespace.id);
  const led = namespace.leader !== null && ownPids.has(namespace.leader);
  return [
    {
      ...namespace,
      processes: left,
      // Another engine may have a container of a reader's id.
      containers: namespace.containers.filter(
        (id) => !readers.has(id) || here.some(({ container }) => container === id),
      ),
      leader: led ? (here[0]?.pid ?? null) : namespace.leader,
    },
  ];
}
