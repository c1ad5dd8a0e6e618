import type { NamespaceId } from '../model/ids';
import type { Hidepid } from './hidepid';
import type { Host } from '../model/host';
import type { Holder } from '../model/holder';
import type { IdMapRow } from '../model/namespace';
import type { NamespaceSet } from '../model/namespace-set';
import type { Unreadable } from '../model/unreadable';

/** What the reader found in /proc/PID of one process: text parsed, nothing concluded. */
export interface ProcessReading {
  pid: number;
  startTicks: string;
  ppid: number;
  comm: string;
  /** The state letter of /proc/PID/stat: `R`, `S`, `D`, `Z`… */
  state: string;
  threads: number;
  rssBytes: number;
  /** utime + stime, in clock ticks. */
  cpuTicks: number;
  kernelThread: boolean;
  args: string[] | null;
  argsTruncated: boolean;
  nsPids: number[] | null;
  uid: number | null;
  gid: number | null;
  /** The path that tells most of /proc/PID/cgroup: see `cgroup.ts`. */
  cgroup: string | null;
  namespaces: NamespaceSet;
  /** Keys: a field's name, or `namespaces.pid` for one link; values: the errno. */
  unreadable: Unreadable;
}

/** Facts of the machine; the clock and the name can be set while it is up. */
export interface HostReading {
  bootId: string;
  /** Milliseconds since the epoch; null where it could not be read. */
  bootTime: number | null;
  ticksPerSecond: number;
  hostname: string;
  kernel: string;
  cgroups: Host['cgroups'];
  namespaces: NamespaceSet;
  lacks: Host['lacks'];
  namespacesFrom: Host['namespacesFrom'];
  /** Left out where nothing tells it. */
  guest?: Host['guest'];
  /** Of the process that reads; null where it could not tell. */
  reader: { uid: number | null; namespaces: NamespaceSet };
  /** What /proc keeps from those who are not root, if it was mounted to do so. */
  hidepid: Hidepid | null;
  unreadable: Unreadable;
}

/**
 * The lifetime of a namespace where the kernel has no id of it: that it was met through this process.
 * Two that begin within one clock tick differ in their PIDs.
 */
export function metThrough({
  pid,
  startTicks,
}: Pick<ProcessReading, 'pid' | 'startTicks'>): string {
  return `@${String(pid)}.${startTicks}`;
}

/** What the kernel says of how a namespace stands to others. */
export interface NamespaceRelations {
  /** Pid and user namespaces only; null at the outermost that the reader may see. */
  parent: NamespaceId | null;
  /** The owning user namespace; null for user namespaces, whose parent it is. */
  owner: NamespaceId | null;
  /** User namespaces only. */
  ownerUid: number | null;
}

/** What is known of a namespace besides who is in it. */
export interface NamespaceReading {
  id: NamespaceId;
  lifetime: string;
  /** Null where the kernel could not be asked or did not answer. */
  relations: NamespaceRelations | null;
  /** Besides the processes in it. */
  heldBy: Holder[];
  /** User namespaces only, read from a process that is in it. */
  uidMap: IdMapRow[] | null;
  gidMap: IdMapRow[] | null;
  unreadable: Unreadable;
}

/** What one tick of the reader found to be different from the tick before. */
export interface ScanChange {
  /** Everything is in `put`; forget what was known. */
  full: boolean;
  put: ProcessReading[];
  gone: number[];
  /** New or changed; also of namespaces that no process is in. */
  namespaces: NamespaceReading[];
  namespacesGone: NamespaceId[];
  /** How many processes are listed that are kept from the reader altogether (hidepid=1). */
  hidden: number;
}
