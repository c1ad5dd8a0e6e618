import * as z from 'zod/mini';
import type { NamespaceId } from '../model/ids';
import { unreadableSchema } from '../model/unreadable';
import { cgroupInsideSchema } from './cgroup';
import { ipcInsideSchema } from './ipc';
import { mntInsideSchema } from './mnt';
import type { NamedUids } from './names';
import { netInsideSchema } from './net';
import { timeInsideSchema } from './time';
import { userInsideSchema } from './user';
import { utsInsideSchema } from './uts';

/** Through which process it was read, as the reader numbers it; null where none would do. */
const base = { through: z.nullable(z.int()), unreadable: unreadableSchema };

/** What a reader adds to what the snapshot has of a namespace, by type. */
export const insideReadingSchema = z.discriminatedUnion('type', [
  z.extend(netInsideSchema, base),
  z.extend(mntInsideSchema, base),
  z.extend(z.omit(userInsideSchema, { uidMap: true, gidMap: true }), base),
  z.extend(ipcInsideSchema, base),
  z.extend(utsInsideSchema, base),
  z.extend(cgroupInsideSchema, base),
  z.extend(timeInsideSchema, base),
]);
export type InsideReading = z.infer<typeof insideReadingSchema>;

/** A process and the namespace that it is in. */
export interface Member {
  pid: number;
  namespace: NamespaceId;
}

/** A namespace, and processes that are in it, by PID. */
export interface Residents {
  namespace: NamespaceId;
  pids: readonly number[];
}

/** Which namespace a reader is to look into. */
export interface InsideRequest {
  type: InsideReading['type'];
  namespace: NamespaceId;
  /** All processes in it, by PID; of a network, then those that may be in it. */
  pids: readonly number[];
  /** The others of its type that are known, each with one who is in it: where ends of its devices may be. */
  others: readonly Member[];
  /**
   * Of mounts and users: who sees the files of the host, be it the engine of its containers or else the host
   * itself; null: not known.
   */
  host: Residents | null;
  /** Of users: whose names are wanted. */
  uids: NamedUids;
}
