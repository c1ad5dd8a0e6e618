import * as z from 'zod/mini';
import { namespaceTypeOf, type NamespaceId } from '../model/ids';
import type { Snapshot } from '../model/snapshot';
import { unreadableSchema } from '../model/unreadable';
import { cgroupInsideSchema } from './cgroup';
import { ipcInsideSchema } from './ipc';
import { mntInsideSchema } from './mnt';
import { netInsideSchema } from './net';
import { pidInside, pidInsideSchema } from './pid';
import type { InsideReading, InsideRequest, Residents } from './reading';
import { timeInsideSchema } from './time';
import { userInsideSchema } from './user';
import { utsInsideSchema } from './uts';

/** Through what it was read; null: the snapshot has it. And why a field is null. */
const base = { through: z.nullable(z.string()), unreadable: unreadableSchema };

/** What a namespace isolates, by its type. */
export const insideSchema = z.discriminatedUnion('type', [
  z.extend(pidInsideSchema, base),
  z.extend(netInsideSchema, base),
  z.extend(mntInsideSchema, base),
  z.extend(userInsideSchema, base),
  z.extend(ipcInsideSchema, base),
  z.extend(utsInsideSchema, base),
  z.extend(cgroupInsideSchema, base),
  z.extend(timeInsideSchema, base),
]);
export type Inside = z.infer<typeof insideSchema>;

/** What a reader is asked for it; null: the snapshot has all of it. */
export function insideRequest(id: NamespaceId, snapshot: Snapshot): InsideRequest | null {
  const type = namespaceTypeOf(id);
  if (type === 'pid') return null;
  const living = snapshot.processes.filter(({ zombie }) => !zombie);
  const within = residents(id, snapshot);
  // They may be in it as well: of them it has to be known that they were not looked at.
  const unknown = living.filter(({ namespaces }) => type === 'net' && namespaces[type] === null);
  const pids = within.length === 0 ? [] : [...within, ...unknown.map(({ pid }) => pid)];
  const others = snapshot.namespaces.flatMap((each) =>
    type === 'net' && each.type === type && each.id !== id && each.leader !== null
      ? [{ namespace: each.id, pid: each.leader }]
      : [],
  );
  const host = type === 'mnt' ? hostOf(id, snapshot) : null;
  return { type, namespace: id, pids, others, host };
}

/** Who is in it, but for those that have ended. */
function residents(id: NamespaceId, { processes }: Snapshot): number[] {
  const type = namespaceTypeOf(id);
  return processes
    .filter(({ zombie, namespaces }) => !zombie && namespaces[type] === id)
    .map(({ pid }) => pid);
}

/** Who sees the paths that a mount namespace was given: the engine of its container, or else the host. */
function hostOf(id: NamespaceId, snapshot: Snapshot): Residents | null {
  const { containers, engines, host } = snapshot;
  const container = containers.find(({ namespaces }) => namespaces.mnt === id);
  const engine = engines.find((each) => each.id === container?.engine);
  const namespace = engine?.namespaces.mnt ?? host.namespaces.mnt;
  if (namespace === null) return null;
  // It has not been locked into a part, so it is asked first.
  const first = engine?.pid ?? null;
  const others = residents(namespace, snapshot).filter((pid) => pid !== first);
  return { namespace, pids: first === null ? others : [first, ...others] };
}

/**
 * What the namespace isolates.
 *
 * @param reading what a reader told of it; null where none was asked
 */
export function insideOf(
  id: NamespaceId,
  snapshot: Snapshot,
  reading: InsideReading | null,
): Inside {
  if (reading === null) return { ...pidInside(id, snapshot), through: null };
  const namespace = snapshot.namespaces.find((each) => each.id === id);
  const through = reading.through === null ? null : `pid ${String(reading.through)}`;
  switch (reading.type) {
    case 'user': {
      const { uidMap = null, gidMap = null, unreadable = {} } = namespace ?? {};
      const told = Object.entries(unreadable).filter(([field]) => MAPS.includes(field));
      return {
        ...{ ...reading, uidMap, gidMap, through },
        unreadable: { ...Object.fromEntries(told), ...reading.unreadable },
      };
    }
    case 'cgroup':
      // It is the machine's own: there is nothing above it, whatever is mounted of it.
      if (namespace?.host === true) return { ...reading, root: '/', through: null, unreadable: {} };
      return { ...reading, through };
    case 'net':
    case 'mnt':
    case 'ipc':
    case 'uts':
    case 'time':
      return { ...reading, through };
  }
}

/** What the snapshot has of a user namespace. */
const MAPS = ['uidMap', 'gidMap'];
