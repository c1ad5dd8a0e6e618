import { readdirSync, readFileSync } from 'node:fs';
import type { Told } from '@lib/inside/told';
import { parseCgroup, type CgroupLine } from '@lib/proc/cgroup';
import { parseStat } from '@lib/proc/stat';
import { cgroupOf, pathsUpTo, type CgroupPlace } from '@lib/use/cgroup-path';
import { FILES } from '@lib/use/files';
import type { ControllerReading, Group, UseReading, UseRequest } from '@lib/use/reading';
import type { Controller } from '@lib/use/use';
import { tried } from '../inside/told';
import { mountsOf } from '../inside/mounts';
import { errnoOf, meansGone, type ProcRoot } from '../proc/read';
import { CgroupMounts, type CgroupMount } from './cgroup-mounts';

/** The process that it was to be read through is gone, or its number another's by now. */
const GONE = 'ESRCH';
/** The kernel was made or started without the controller. */
const ABSENT = 'controller-absent';
/** Nobody whom we may look at sees these cgroups. */
const UNSEEN = 'cgroup-unseen';
/** A container shows its processes something else there. */
const COVERED = 'covered';

/** More cgroups within a container are not read: systemd in one makes some dozens. */
const MOST_BELOW = 256;
const ONLINE = '/sys/devices/system/cpu/online';

/**
 * What the files of a container's cgroups say. Where these are, the kernel tells of its leader as the host
 * sees it; what a container has mounted itself is never looked at.
 */
export function readUse(proc: ProcRoot, request: UseRequest): UseReading {
  const process = String(request.pid);
  const lines = tried(() => parseCgroup(proc.file(`${process}/cgroup`).toString()));
  const covered = coveredIn(proc, request.pid);
  // Read last: what was read before was read of who has the number now.
  const now = tried(() => parseStat(proc.file(`${process}/stat`)).startTicks);
  if (now.value !== request.startTicks) {
    return untold(now.reason === null || meansGone(now.reason) ? GONE : now.reason);
  }
  if (lines.value === null) return untold(lines.reason, machineOf(proc, covered));
  const mounts = new CgroupMounts(proc, request.viewers);
  const of = (controller: Controller) =>
    readController(mounts, lines.value, controller, request.id);
  return {
    controllers: {
      memory: of('memory'),
      cpu: of('cpu'),
      cpuacct: of('cpuacct'),
      pids: of('pids'),
      io: of('io'),
      freezer: of('freezer'),
    },
    machine: machineOf(proc, covered),
  };
}

function readController(
  mounts: CgroupMounts,
  lines: readonly CgroupLine[],
  controller: Controller,
  id: string,
): Told<ControllerReading> {
  const place = cgroupOf(lines, controller, id);
  if (place === null) return { value: null, reason: ABSENT };
  let reason = UNSEEN;
  for (const mount of mounts.of(controller, place)) {
    const told = tried(() =>
      mounts.in(mount, place.version, (folder) => readGroups(folder, mount, controller, place)),
    );
    if (told.value !== null) return told;
    reason = told.reason;
  }
  return { value: null, reason };
}

/** @throws what the system call throws, where the cgroup itself is not there */
function readGroups(
  folder: string,
  mount: CgroupMount,
  controller: Controller,
  { version, path }: CgroupPlace,
): ControllerReading {
  const files = FILES[version][controller];
  const folderOf = (group: string) =>
    `${folder}${mount.root === '/' ? group : group.slice(mount.root.length)}`;
  const read = (group: string, names: readonly string[]): Group => ({
    path: group,
    files: Object.fromEntries(
      names.map((name) => [name, tried(() => readFileSync(`${folderOf(group)}/${name}`, 'utf8'))]),
    ),
  });
  const [, ...above] = pathsUpTo(path, mount.root);
  const within = files.below.length === 0 ? [] : groupsBelow(folderOf(path), path);
  return {
    version,
    own: read(path, files.own),
    above: files.above.length === 0 ? [] : above.map((group) => read(group, files.above)),
    whole: mount.root === '/',
    below: within?.map((group) => read(group, files.below)) ?? null,
  };
}

/** All cgroups in one; null: they are too many. @throws what the system call throws */
function groupsBelow(folder: string, path: string): string[] | null {
  const found: string[] = [];
  const open = [''];
  for (let below = open.pop(); below !== undefined; below = open.pop()) {
    for (const name of foldersIn(`${folder}${below}`, below === '')) {
      if (found.length === MOST_BELOW) return null;
      found.push(`${path === '/' ? '' : path}${below}/${name}`);
      open.push(`${below}/${name}`);
    }
  }
  return found;
}

function foldersIn(folder: string, isFirst: boolean): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((each) => each.isDirectory())
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    // One that is within may go at any time.
    if (isFirst || !meansGone(errnoOf(error))) throw error;
    return [];
  }
}

/** Files of the machine that something else lies over for this process: lxcfs tells it what it may use. */
function coveredIn(proc: ProcRoot, pid: number): Told<ReadonlySet<string>> {
  return tried(() => new Set(mountsOf(proc, pid).map(({ mountPoint }) => mountPoint)));
}

function machineOf(proc: ProcRoot, covered: Told<ReadonlySet<string>>): UseReading['machine'] {
  const unlessCovered = (read: () => string, ...paths: string[]): Told<string> => {
    if (covered.value === null) return covered;
    const isCovered = paths.some((path) => covered.value.has(path));
    return isCovered ? { value: null, reason: COVERED } : tried(read);
  };
  return {
    meminfo: unlessCovered(() => proc.file('meminfo').toString(), '/proc/meminfo'),
    cpus: unlessCovered(() => readFileSync(ONLINE, 'utf8'), '/proc/cpuinfo', '/proc/stat', ONLINE),
  };
}

function untold(
  reason: string,
  machine: UseReading['machine'] = {
    meminfo: { value: null, reason },
    cpus: { value: null, reason },
  },
): UseReading {
  const told = { value: null, reason };
  return {
    controllers: {
      ...{ memory: told, cpu: told, cpuacct: told },
      ...{ pids: told, io: told, freezer: told },
    },
    machine,
  };
}
