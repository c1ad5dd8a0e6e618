import { hostname, release } from 'node:os';
import type { Host } from '@lib/model/host';
import { perType } from '@lib/model/namespace-type';
import type { NamespaceSet } from '@lib/model/namespace-set';
import type { Unreadable } from '@lib/model/unreadable';
import { parseAuxv, type MachineUnits } from '@lib/proc/auxv';
import { parseCgroup } from '@lib/proc/cgroup';
import { tellsOfHypervisor } from '@lib/proc/cpuinfo';
import { hidepidOf } from '@lib/proc/hidepid';
import { INITIAL_NAMESPACES } from '@lib/proc/initial-namespaces';
import type { Mount } from '@lib/proc/mountinfo';
import type { HostReading } from '@lib/proc/reading';
import { parseStat } from '@lib/proc/stat';
import { parseStatus } from '@lib/proc/status';
import { parseBootTime } from '@lib/proc/system-stat';
import { mountLines } from './mount-lines';
import type { ProcessReader } from './process';
import type { ProcRoot } from './read';
import { attempt, reasonOf } from './reason';

/** What Linux has on nearly every machine: for a /proc that does not tell its own. */
const USUAL_UNITS: MachineUnits = { pageSize: 4096, ticksPerSecond: 100 };

const KTHREADD = 2;

/** The kernel writes /proc/cpuinfo processor by processor, and asks each: in so many bytes is the first. */
const CPUINFO = 8192;

/** The units of memory and time, as the kernel told this very process. */
export function readUnits(proc: ProcRoot): MachineUnits {
  const wordBytes = process.arch === 'arm' || process.arch === 'ia32' ? 4 : 8;
  return attempt(() => parseAuxv(proc.file('self/auxv'), wordBytes)) ?? USUAL_UNITS;
}

/**
 * Facts of the machine. What one file does not tell is null, with the reason in `unreadable`; the
 * name and the kernel are asked of the kernel directly where /proc does not tell them (uname(2)).
 *
 * @throws when the boot id cannot be read: then this is no /proc
 */
export function readHost(reader: ProcessReader): HostReading {
  const { proc, units } = reader;
  const line = (path: string): string => proc.file(path).toString().replace(/\n$/, '');
  const unreadable: Unreadable = {};
  return {
    bootId: line('sys/kernel/random/boot_id'),
    bootTime: bootTimeOf(proc, unreadable),
    ticksPerSecond: units.ticksPerSecond,
    hostname: attempt(() => line('sys/kernel/hostname')) ?? hostname(),
    kernel: attempt(() => line('sys/kernel/osrelease')) ?? release(),
    cgroups: cgroupsOf(proc),
    lacks: [...reader.lacks],
    ...hostNamespaces(reader),
    ...guestOf(proc),
    reader: {
      uid: attempt(() => parseStatus(proc.file('self/status').toString('latin1')).uid),
      namespaces: reader.namespaces('self', {}),
    },
    hidepid: attempt(() => hidepidOf(mountsAt(proc, proc.root), proc.root)),
    unreadable,
  };
}

/** By what the first processor says; left out where it has no flags, as on arm64. */
function guestOf(proc: ProcRoot): Pick<HostReading, 'guest'> {
  const guest = attempt(() =>
    tellsOfHypervisor(proc.beginning('cpuinfo', CPUINFO).toString('latin1')),
  );
  return guest === null ? {} : { guest };
}

/** Where lxcfs lies over /proc/stat, it may be without `btime`, or not there since lxcfs ended. */
function bootTimeOf(proc: ProcRoot, unreadable: Unreadable): number | null {
  try {
    return parseBootTime(proc.file('stat').toString('latin1')) * 1000;
  } catch (error) {
    unreadable.bootTime = reasonOf(error);
    return null;
  }
}

/**
 * The host's namespaces are those of PID 1. Where they cannot be read (a normal case in sandboxes,
 * even as root) the kernel's own thread kthreadd has them; where that is not to be seen either,
 * the inodes that are fixed in the kernel.
 */
function hostNamespaces(reader: ProcessReader): Pick<HostReading, 'namespaces' | 'namespacesFrom'> {
  const first = completeNamespaces(reader, 1);
  if (first !== null) return { namespaces: first, namespacesFrom: 'pid1' };
  if (isKthreadd(reader.proc)) {
    const kernels = completeNamespaces(reader, KTHREADD);
    if (kernels !== null) return { namespaces: kernels, namespacesFrom: 'kthreadd' };
  }
  const initial = perType((type) =>
    reader.lacks.includes(type) ? null : INITIAL_NAMESPACES[type],
  );
  return { namespaces: initial, namespacesFrom: 'initial' };
}

/** Null unless every type that this kernel has can be read. */
function completeNamespaces(reader: ProcessReader, pid: number): NamespaceSet | null {
  const unreadable: Unreadable = {};
  const namespaces = reader.namespaces(pid, unreadable);
  return Object.keys(unreadable).length === 0 ? namespaces : null;
}

function isKthreadd(proc: ProcRoot): boolean {
  const stat = attempt(() => parseStat(proc.file(`${String(KTHREADD)}/stat`)));
  return stat?.kernelThread === true && stat.comm === 'kthreadd';
}

/** By what is mounted where the host is seen from; else by what the kernel lists. */
function cgroupsOf(proc: ProcRoot): Host['cgroups'] {
  for (const process of ['1', 'self'] as const) {
    const kind = attempt(() => {
      const types = new Set<string>();
      for (const mount of mountLines(proc, process, (line) => line.includes(' - cgroup')))
        if (mount !== null) types.add(mount.fsType);
      return cgroupKind(types.has('cgroup'), types.has('cgroup2'));
    });
    if (kind !== null) return kind;
  }
  const lines = attempt(() => parseCgroup(proc.file('self/cgroup').toString())) ?? [];
  return cgroupKind(
    lines.some((line) => line.hierarchy !== 0),
    lines.some((line) => line.hierarchy === 0),
  );
}

/** What we ourselves have mounted at a path, the last on top. */
function mountsAt(proc: ProcRoot, path: string): Mount[] {
  const found: Mount[] = [];
  for (const mount of mountLines(proc, 'self', () => true))
    if (mount?.mountPoint === path) found.push(mount);
  return found;
}

function cgroupKind(v1: boolean, v2: boolean): Host['cgroups'] {
  if (v1 && v2) return 'hybrid';
  if (v1) return 'v1';
  return v2 ? 'v2' : null;
}
