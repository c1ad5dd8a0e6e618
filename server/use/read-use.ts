import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { Told } from '@lib/inside/told';
import { parseCgroup, type CgroupLine } from '@lib/proc/cgroup';
import { parseStat } from '@lib/proc/stat';
import { cgroupOf, pathsUpTo, type CgroupPlace } from '@lib/use/cgroup-path';
import { FILES, LIMITING, SAMPLED, type ControllerFiles, type Files } from '@lib/use/files';
import type {
  ControllerReading,
  Group,
  LimitsReading,
  SampleReading,
  UseReading,
  UseRequest,
} from '@lib/use/reading';
import type { Controller } from '@lib/use/use';
import { tried } from '../inside/told';
import { mountsOf } from '../inside/mounts';
import { errnoOf, meansGone, ProcRoot } from '../proc/read';
import { CgroupMounts, type CgroupMount } from './cgroup-mounts';

/** The process that it was to be read through is gone, or its number another's by now. */
const GONE = 'ESRCH';
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
  const covered = coveredIn(proc, request.pid);
  const network = tried(() => proc.records(`${String(request.pid)}/net/dev`).toString());
  const lines = linesOf(proc, request);
  const mounts = new CgroupMounts(proc, request.viewers);
  const of = (controller: Controller) => readController(mounts, lines, controller, request, FILES);
  try {
    const controllers = {
      ...{ memory: of('memory'), cpu: of('cpu'), cpuacct: of('cpuacct') },
      ...{ pids: of('pids'), io: of('io'), freezer: of('freezer') },
    };
    const gone = lines.reason === GONE ? { value: null, reason: GONE } : null;
    return { controllers, machine: machineOf(proc, gone ?? covered), network: gone ?? network };
  } finally {
    mounts.close();
  }
}

/** Of several what changes all the time, from few files. */
export function readSamples(proc: ProcRoot, requests: readonly UseRequest[]): SampleReading[] {
  return readEach(proc, requests, SAMPLED, (of) => ({
    ...{ memory: of('memory'), cpuacct: of('cpuacct'), pids: of('pids') },
  }));
}

/** Of several what limits their memory and their tasks. */
export function readLimits(proc: ProcRoot, requests: readonly UseRequest[]): LimitsReading[] {
  return readEach(proc, requests, LIMITING, (of) => ({ memory: of('memory'), pids: of('pids') }));
}

/** What is mounted is looked up once for all. */
function readEach<R>(
  proc: ProcRoot,
  requests: readonly UseRequest[],
  files: Files,
  read: (of: (controller: Controller) => Told<ControllerReading>) => R,
): R[] {
  const viewers = [...new Set(requests.flatMap((each) => each.viewers))];
  const mounts = new CgroupMounts(proc, viewers);
  try {
    return requests.map((request) => {
      const lines = linesOf(proc, request);
      return read((controller) => readController(mounts, lines, controller, request, files));
    });
  } finally {
    mounts.close();
  }
}

/** Where the leader of a container is. */
function linesOf(proc: ProcRoot, { pid, startTicks }: UseRequest): Told<CgroupLine[]> {
  const lines = tried(() => parseCgroup(proc.file(`${String(pid)}/cgroup`).toString()));
  // Read last: what was read before was read of who has the number now.
  const now = tried(() => parseStat(proc.file(`${String(pid)}/stat`)).startTicks);
  if (now.value === startTicks) return lines;
  const isGone = now.reason === null || meansGone(now.reason);
  return { value: null, reason: isGone ? GONE : now.reason };
}

function readController(
  mounts: CgroupMounts,
  lines: Told<readonly CgroupLine[]>,
  controller: Controller,
  container: UseRequest,
  files: Files,
): Told<ControllerReading> {
  if (lines.value === null) return lines;
  const { value: place, reason: unknown } = cgroupOf(lines.value, controller, container);
  if (place === null) return { value: null, reason: unknown };
  let reason = UNSEEN;
  for (const mount of mounts.of(controller, place)) {
    const told = tried(() => {
      const opened = mounts.folder(mount, place.version);
      return readGroups(opened, mount, place, files[place.version][controller]);
    });
    if (told.value !== null) return told;
    // Where it is not there, it is not seen.
    if (!meansGone(told.reason)) reason = told.reason;
  }
  return { value: null, reason };
}

/** @throws what the system call throws, where the cgroup itself is not there */
function readGroups(
  { folder, whole }: ReturnType<CgroupMounts['folder']>,
  mount: CgroupMount,
  { version, path }: CgroupPlace,
  files: ControllerFiles,
): ControllerReading {
  const door = new ProcRoot(folder);
  const below = (group: string) => (mount.root === '/' ? group : group.slice(mount.root.length));
  const read = (group: string, names: readonly string[]): Group => ({
    path: group,
    files: Object.fromEntries(
      names.map((name) => [name, tried(() => door.records(`${below(group)}/${name}`).toString())]),
    ),
  });
  const own = read(path, files.own);
  // Files that are not there tell something only of a cgroup that is.
  const isThere = Object.values(own.files).some(({ reason }) => reason === null);
  if (!isThere) statSync(`${folder}${below(path)}`);
  const [, ...above] = pathsUpTo(path, mount.root);
  const within = files.below.length === 0 ? [] : groupsBelow(`${folder}${below(path)}`, path);
  return {
    version,
    own,
    above: files.above.length === 0 ? [] : above.map((group) => read(group, files.above)),
    whole,
    localPidsEvents: mount.superOptions.includes('pids_localevents'),
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
