import * as z from 'zod/mini';
import { namespaceTypeOf, type NamespaceId } from '../model/ids';
import type { Snapshot } from '../model/snapshot';
import { unreadableSchema } from '../model/unreadable';
import { cgroupInsideSchema } from './cgroup';
import { ipcInsideSchema } from './ipc';
import { mntInsideSchema } from './mnt';
import { netInsideSchema } from './net';
import { namedUids } from './names';
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

type UserReading = Extract<InsideReading, { type: 'user' }>;

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
  const host = type === 'mnt' || type === 'user' ? hostOf(id, snapshot) : null;
  const uids = type === 'user' ? namedUids(id, snapshot) : { inside: [], outside: [] };
  return { type, namespace: id, pids, others, host, uids };
}

/** Who is in it, but for those that have ended. */
function residents(id: NamespaceId, { processes }: Snapshot): number[] {
  const type = namespaceTypeOf(id);
  return processes
    .filter(({ zombie, namespaces }) => !zombie && namespaces[type] === id)
    .map(({ pid }) => pid);
}

/** Who sees the files that a container may be given a part of: its engine, or else the host. */
function hostOf(id: NamespaceId, snapshot: Snapshot): Residents | null {
  const { containers, engines, host } = snapshot;
  const container = containers.find(({ namespaces }) => namespaces[namespaceTypeOf(id)] === id);
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
      const own = namespace?.host === true ? ofHost(reading) : reading;
      return {
        ...{ ...own, uidMap, gidMap, through },
        unreadable: { ...Object.fromEntries(told), ...own.unreadable },
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

/** What is called how outside of the host's namespace counts inside: who is in it may be in any container. */
function ofHost(reading: UserReading): UserReading {
  const { outside } = reading.names;
  const { 'names.inside': _, 'names.outside': why, ...unreadable } = reading.unreadable;
  return {
    ...reading,
    names: { inside: outside, outside },
    unreadable:
      why === undefined ? unreadable : { ...unreadable, 'names.inside': why, 'names.outside': why },
  };
}

/** What the snapshot has of a user namespace. */
const MAPS = ['uidMap', 'gidMap'];
