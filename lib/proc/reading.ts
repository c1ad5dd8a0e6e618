import type { NamespaceId } from '../model/ids';
import type { Host } from '../model/host';
import type { IdMapRow } from '../model/namespace';
import type { NamespaceSet, Unreadable } from '../model/process';

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

/** Facts of the machine that stay as they are while it is up. */
export interface HostReading {
  bootId: string;
  /** Milliseconds since the epoch. */
  bootTime: number;
  ticksPerSecond: number;
  hostname: string;
  kernel: string;
  cgroups: Host['cgroups'];
  namespaces: NamespaceSet;
  namespacesFrom: Host['namespacesFrom'];
}

/** The id maps of one user namespace, read from one of its processes. */
export interface IdMapReading {
  id: NamespaceId;
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
  idMaps: IdMapReading[];
}
