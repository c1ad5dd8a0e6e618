import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { parseStat } from '@lib/proc/stat';
import { tellLimits } from '@lib/use/tell-limits';
import { tellUse } from '@lib/use/tell-use';
import { ProcRoot } from '../proc/read';
import { CgroupMounts } from './cgroup-mounts';
import { readLimits, readUse } from './read-use';

/* Real cgroups of v1: a container's as an engine makes it, in one that is stricter, and one within it. */

const CONTROLLERS = ['memory', 'cpu', 'cpuacct', 'pids', 'blkio', 'freezer'];
const NOT_ASKED = {
  bytes: { value: null, reason: 'not-asked' },
  limit: { value: null, reason: 'quota-unseen' },
};
const MIB = 1024 * 1024;
const isV1 = existsSync('/sys/fs/cgroup/memory/memory.limit_in_bytes');
/** Where v2 is mounted: beside v1, or alone. */
const V2 = existsSync('/sys/fs/cgroup/unified') ? '/sys/fs/cgroup/unified' : '/sys/fs/cgroup';
/** Is it the first of all, and may we make some in it? */
const hasV2 =
  existsSync(`${V2}/cgroup.controllers`) && !existsSync(`${V2}/cgroup.events`) && isWritable(V2);

const proc = new ProcRoot('/proc');
let id = '';
let parent = '';
let sleeper: ChildProcess;
let others: ChildProcess[] = [];

const at = (controller: string, path: string, file: string) =>
  `/sys/fs/cgroup/${controller}${path}/${file}`;
const set = (controller: string, path: string, file: string, value: string | number) => {
  writeFileSync(at(controller, path, file), String(value));
};
const file = (controller: string, path: string, name: string) =>
  readFileSync(at(controller, path, name), 'utf8').trim();

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function requestOf({ pid = 0 }: ChildProcess, viewers: number[] = []) {
  const { startTicks } = parseStat(readFileSync(`/proc/${pid}/stat`));
  return { pid, startTicks, id, viewers };
}
const useNow = () => tellUse(readUse(proc, requestOf(sleeper)), NOT_ASKED, 'hybrid', null);

beforeEach(() => {
  id = randomBytes(32).toString('hex');
  parent = `/nsv-${id.slice(0, 8)}`;
  const container = `${parent}/docker-${id}.scope`;
  if (!isV1) return;
  sleeper = spawn('sleep', ['600'], { stdio: 'ignore' });
  for (const controller of CONTROLLERS) {
    mkdirSync(at(controller, container, 'inner'), { recursive: true });
    set(controller, `${container}/inner`, 'cgroup.procs', sleeper.pid ?? 0);
  }
});

afterEach(async () => {
  if (!isV1) return;
  const container = `${parent}/docker-${id}.scope`;
  set('freezer', container, 'freezer.state', 'THAWED');
  for (const each of [sleeper, ...others]) each.kill('SIGKILL');
  others = [];
  for (const controller of CONTROLLERS) {
    for (const path of [`${container}/inner`, container, parent]) {
      await vi.waitFor(() => rmdirSync(at(controller, path, '')), 5000);
    }
  }
});

it.skipIf(!isV1)('tells of the cgroup that its id names, and of those in it together', () => {
  const container = `${parent}/docker-${id}.scope`;
  set('memory', container, 'memory.limit_in_bytes', 64 * MIB);
  set('cpu', container, 'cpu.cfs_quota_us', 50_000);
  set('pids', container, 'pids.max', 20);
  const use = useNow();
  expect(use).toMatchObject({
    cgroups: 'hybrid',
    paths: { memory: container, cpu: container, pids: container, io: container },
    memory: { limitBytes: 64 * MIB, limitFrom: container, oomKills: 0 },
    cpu: { quotaMs: 50, periodMs: 100, limitFrom: container },
    pids: { current: 1, threads: 1, limit: 20, limitFrom: container, refused: 0 },
    ...{
      io: [],
      frozen: false,
      unreadable: { 'disk.writableBytes': 'not-asked', 'disk.limitBytes': 'quota-unseen' },
    },
  });
  expect(use.memory.peakBytes).toBe(Number(file('memory', container, 'memory.max_usage_in_bytes')));
  const [total = ''] = /(?<=MemTotal: +)\d+/.exec(readFileSync('/proc/meminfo', 'utf8')) ?? [];
  expect(use.machine.memoryBytes).toBe(Number(total) * 1024);
});

it.skipIf(!isV1)('names the cgroup above whose limit is reached first', () => {
  const container = `${parent}/docker-${id}.scope`;
  set('memory', parent, 'memory.limit_in_bytes', 32 * MIB);
  set('cpu', parent, 'cpu.cfs_quota_us', 20_000);
  set('pids', parent, 'pids.max', 10);
  // Of these one is stricter, one as strict, and one not.
  set('memory', container, 'memory.limit_in_bytes', 48 * MIB);
  set('cpu', container, 'cpu.cfs_quota_us', 20_000);
  set('pids', container, 'pids.max', 5);
  expect(useNow()).toMatchObject({
    memory: { limitBytes: 32 * MIB, limitFrom: parent },
    cpu: { quotaMs: 20, limitFrom: container },
    pids: { limit: 5, limitFrom: container },
  });
  // What is in the container limits a part of it alone.
  set('pids', `${container}/inner`, 'pids.max', 2);
  expect(useNow().pids.limit).toBe(5);
});

it.skipIf(!isV1)('tells of several what limits them, each as it does of one', () => {
  const container = `${parent}/docker-${id}.scope`;
  set('memory', container, 'memory.limit_in_bytes', 64 * MIB);
  set('pids', parent, 'pids.max', 10);
  const gone = { ...requestOf(sleeper), startTicks: '1' };
  const told = readLimits(proc, [gone, requestOf(sleeper)]).map(tellLimits);
  const { limitBytes, limitFrom } = useNow().memory;
  expect(told).toEqual([
    {
      ...{ memory: { limitBytes: null, limitFrom: null }, pids: { limit: null, limitFrom: null } },
      unreadable: { 'memory.limitBytes': 'ESRCH', 'pids.limit': 'ESRCH' },
    },
    {
      memory: { limitBytes, limitFrom },
      pids: { limit: 10, limitFrom: parent },
      unreadable: {},
    },
  ]);
  expect(limitBytes).toBe(64 * MIB);
});

it.skipIf(!isV1)('tells that there is no limit, and that it is held', () => {
  const none = { limitBytes: null, limitFrom: null };
  expect(useNow()).toMatchObject({
    ...{ memory: none, frozen: false },
    ...{ cpu: { quotaMs: null, limitFrom: null }, pids: { limit: null, limitFrom: null } },
  });
  // The state is that of all below.
  set('freezer', parent, 'freezer.state', 'FROZEN');
  expect(file('freezer', `${parent}/docker-${id}.scope`, 'freezer.self_freezing')).toBe('0');
  expect(useNow().frozen).toBe(true);
  set('freezer', parent, 'freezer.state', 'THAWED');
});

it.skipIf(!isV1)('sums what each cgroup within counts by itself', async () => {
  const container = `${parent}/docker-${id}.scope`;
  set('pids', `${container}/inner`, 'pids.max', 1);
  const shell = spawn('sh', ['-c', 'read x; sleep 1; exit 0'], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  others.push(shell);
  set('pids', `${container}/inner`, 'cgroup.procs', shell.pid ?? 0);
  shell.stdin.write('\n');
  await vi.waitFor(() => expect(useNow().pids.refused).toBeGreaterThan(0), 5000);
  expect(file('pids', container, 'pids.events')).toBe('max 0');
  const [, refused] = file('pids', `${container}/inner`, 'pids.events').split(' ');
  expect(useNow().pids.refused).toBe(Number(refused));
});

/** What is read where the kernel tells these lines of a container's leader, and those of mounts of all. */
function readAllWhere(cgroup: string, mountinfo: string) {
  const root = mkdtempSync(join(tmpdir(), 'nsview-proc-'));
  try {
    for (const pid of ['1', '2']) mkdirSync(join(root, pid));
    symlinkSync('1', join(root, 'self'));
    symlinkSync('/', join(root, '1/root'));
    for (const pid of ['1', '2']) writeFileSync(join(root, pid, 'mountinfo'), mountinfo);
    writeFileSync(join(root, '2/stat'), readFileSync('/proc/self/stat'));
    writeFileSync(join(root, '2/cgroup'), cgroup);
    writeFileSync(join(root, 'meminfo'), 'MemTotal: 1 kB\n');
    const { startTicks } = parseStat(readFileSync(join(root, '2/stat')));
    return readUse(new ProcRoot(root), { pid: 2, startTicks, id, viewers: [] });
  } finally {
    rmSync(root, { recursive: true });
  }
}

const readWhere = (cgroup: string, mountinfo = readFileSync('/proc/self/mountinfo', 'utf8')) =>
  readAllWhere(cgroup, mountinfo).controllers;
const ROOT = '1 1 8:1 / / rw - ext4 /dev/sda1 rw\n';
const over = (path: string) => `${ROOT}2 1 0:50 ${path} ${path} rw - fuse.lxcfs lxcfs rw\n`;

it.each([
  ['nothing', ROOT, null, null],
  ['the memory', over('/proc/meminfo'), 'covered', null],
  ['what is told of CPUs', over('/proc/cpuinfo'), null, 'covered'],
  ['what they did', over('/proc/stat'), null, 'covered'],
  ['those that are on', over('/sys/devices/system/cpu/online'), null, 'covered'],
  ['no one knows what', 'odd\n', 'EBADMSG', 'EBADMSG'],
])('where %s is covered for who is inside, it is not told', (_what, mountinfo, memory, cpus) => {
  const { machine } = readAllWhere('', mountinfo);
  expect([machine.meminfo.reason, machine.cpus.reason]).toEqual([memory, cpus]);
});

it.skipIf(!isV1)('does not take a cgroup that is not there for one without limits', () => {
  const lines = CONTROLLERS.map((name) => `1:${name}:/gone/docker-${id}.scope\n`);
  for (const told of Object.values(readWhere(lines.join('')))) {
    expect(told).toEqual({ value: null, reason: 'cgroup-unseen' });
  }
});

it.skipIf(!isV1)('does not take the root of a cgroup namespace for the first of all, in v1', () => {
  const seen = (mountinfo: string, path: string) =>
    readWhere(`8:pids:${path}\n`, mountinfo).pids.value;
  const mountinfo = readFileSync('/proc/self/mountinfo', 'utf8');
  const path = `/docker-${id}.scope`;
  const within = mountinfo.replace(/ \/sys\/fs\/cgroup\/pids /, ` /sys/fs/cgroup/pids${parent} `);
  const limits = (reading: ReturnType<typeof seen>) =>
    reading?.above.map((group) => [group.path, group.files['pids.max']?.reason]);
  const all = seen(mountinfo, `${parent}${path}`);
  expect(all).toMatchObject({ whole: true, own: { path: `${parent}${path}` } });
  expect(limits(all)).toEqual([
    [parent, null],
    ['/', 'ENOENT'],
  ]);
  const part = seen(within, path);
  expect(part).toMatchObject({ whole: false, own: { path } });
  expect(limits(part)).toEqual([['/', null]]);
});

it.skipIf(!hasV2)(
  'does not take the root of a cgroup namespace for the first of all, in v2',
  () => {
    const path = `/docker-${id}.scope`;
    mkdirSync(`${V2}${parent}${path}`, { recursive: true });
    try {
      const mountinfo = readFileSync('/proc/self/mountinfo', 'utf8');
      const within = mountinfo.replace(` ${V2} `, ` ${V2}${parent} `);
      expect(readWhere(`0::${parent}${path}\n`, mountinfo).pids.value?.whole).toBe(true);
      expect(readWhere(`0::${path}\n`, within).pids.value?.whole).toBe(false);
    } finally {
      for (const each of [`${parent}${path}`, parent]) rmdirSync(`${V2}${each}`);
    }
  },
);

it.skipIf(!hasV2)('tells how v2 was mounted to count refused forks', () => {
  const path = `/docker-${id}.scope`;
  mkdirSync(`${V2}${path}`);
  try {
    const mountinfo = readFileSync('/proc/self/mountinfo', 'utf8');
    const otherwise = mountinfo.replace(/( - cgroup2 .*)/g, '$1,pids_localevents');
    for (const [mounts, is] of [
      [mountinfo, false],
      [otherwise, true],
    ] as const) {
      const { pids } = readWhere(`0::${path}\n`, mounts);
      expect(pids.value).toMatchObject({ version: 'v2', localPidsEvents: is });
    }
  } finally {
    rmdirSync(`${V2}${path}`);
  }
});

it('tells nothing of who got the number meanwhile', () => {
  const request = { ...{ pid: process.pid, startTicks: '1', id }, viewers: [] };
  const { controllers, machine, network } = readUse(proc, request);
  for (const told of [...Object.values(controllers), machine.meminfo, network]) {
    expect(told).toEqual({ value: null, reason: 'ESRCH' });
  }
});

it.skipIf(!isV1)(
  'reads through others what they have mounted, but nothing that lies over it',
  async () => {
    const hidden = '/sys/fs/cgroup/memory';
    const script = `mount -t tmpfs over ${hidden} && exec sleep 600`;
    const viewer = spawn('unshare', ['-m', 'sh', '-c', script], { stdio: 'ignore' });
    others.push(viewer);
    await vi.waitFor(() => {
      expect(readFileSync(`/proc/${viewer.pid}/comm`, 'utf8')).toBe('sleep\n');
    });
    const mounts = new CgroupMounts(proc, [viewer.pid ?? 0]);
    const viewers = (controller: 'memory' | 'pids') =>
      mounts.of(controller, { version: 'v1', path: parent }).map((each) => each.viewer);
    expect(viewers('pids')).toEqual([String(process.pid), String(viewer.pid)]);
    expect(viewers('memory')).toEqual([String(process.pid)]);
    const [, other] = mounts.of('pids', { version: 'v1', path: parent });
    if (other === undefined) throw new Error('there are two');
    const notV2 = expect.objectContaining({ code: 'ENODEV' });
    expect(() => mounts.folder(other, 'v2')).toThrow(notV2);
    const { folder } = mounts.folder(other, 'v1');
    expect(readFileSync(`${folder}${parent}/pids.max`, 'utf8')).toBe('max\n');
    mounts.close();
    expect(existsSync(folder)).toBe(false);
  },
);

it.skipIf(!isV1)('looks once at what several see: one mount namespace, and one root', async () => {
  const root = mkdtempSync(join(tmpdir(), 'nsview-root-'));
  const asleep = async (...command: string[]) => {
    const [program = '', ...args] = command;
    const child = spawn(program, args, { stdio: 'ignore' });
    others.push(child);
    await vi.waitFor(() => {
      expect(readFileSync(`/proc/${child.pid}/comm`, 'utf8')).toBe('sleep\n');
    }, 5000);
    return child.pid ?? 0;
  };
  try {
    const same = await asleep('sleep', '600');
    const script = `mount --rbind / ${root} && exec sleep 600`;
    const elsewhere = await asleep('unshare', '-m', 'sh', '-c', script);
    const enter = ['nsenter', '-m', '-t', String(elsewhere)];
    const there = await asleep(...enter, 'sleep', '600');
    const otherRoot = await asleep(...enter, 'chroot', root, 'sleep', '600');
    const mounts = new CgroupMounts(proc, [same, elsewhere, there, otherRoot]);
    const viewers = mounts.of('pids', { version: 'v1', path: parent }).map((each) => each.viewer);
    expect([...new Set(viewers)]).toEqual([process.pid, elsewhere, otherRoot].map(String));
  } finally {
    for (const each of others.splice(0)) each.kill('SIGKILL');
    rmdirSync(root);
  }
});
