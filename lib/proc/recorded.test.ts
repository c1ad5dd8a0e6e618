import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAuxv } from './auxv';
import { parseCgroup, tellingPath } from './cgroup';
import { parseCmdline } from './cmdline';
import { parseIdMap } from './id-map';
import { parseLoadavg } from './loadavg';
import { parseMountinfo } from './mountinfo';
import { parseNetUnix } from './net-unix';
import { parseNsLink } from './ns-link';
import { parseStat, type Stat } from './stat';
import { parseStatus, type Status } from './status';
import { parseBootTime } from './system-stat';
import { parseUptime } from './uptime';
import { NAMESPACE_TYPES } from '../model/namespace-type';

/* What was recorded of real processes (fixtures/), read by every parser. */

const file = (path: string): Buffer => readFileSync(new URL(`./fixtures/${path}`, import.meta.url));

interface Recorded {
  stat: Partial<Stat>;
  status: Status;
  args: string[];
  cgroup: string;
  uidMap: [number, number, number][];
}

const ROOT = { uid: 0, gid: 0 };
const EVERYONE: [number, number, number][] = [[0, 0, 4294967295]];
const CONTAINER = '/docker/72f73109d6cee4b959093cd348dbb5b8d9f83724eea9bbeb04132b5a7d57ca0b';

const processes: Record<string, Recorded> = {
  'ordinary/22581': {
    stat: { comm: 'sleep', state: 'S', startTicks: '209736', rssPages: 410, kernelThread: false },
    status: { ...ROOT, tgid: 22581, nsPids: [22581] },
    args: ['sleep', '600'],
    cgroup: '/',
    uidMap: EVERYONE,
  },
  'kernel-thread/2': {
    stat: { comm: 'kthreadd', state: 'S', ppid: 0, startTicks: '30', kernelThread: true },
    status: { ...ROOT, tgid: 2, nsPids: [2] },
    args: [],
    cgroup: '/',
    uidMap: EVERYONE,
  },
  'nested/22684': {
    stat: { comm: 'sleep', state: 'S', startTicks: '209765', threads: 1, kernelThread: false },
    status: { ...ROOT, tgid: 22684, nsPids: [22684, 1] },
    args: ['sleep', '600'],
    cgroup: '/',
    uidMap: [[0, 0, 1]],
  },
  'docker-v1/23388': {
    stat: { comm: 'sh', state: 'S', ppid: 23367, startTicks: '210450', cpuTicks: 4 },
    status: { ...ROOT, tgid: 23388, nsPids: [23388, 1] },
    args: ['sh', '-c', 'sleep 1d; :'],
    cgroup: CONTAINER,
    uidMap: EVERYONE,
  },
  'docker-v1/23416': {
    stat: { comm: 'sleep', state: 'S', ppid: 23388, startTicks: '210487', cpuTicks: 0 },
    status: { ...ROOT, tgid: 23416, nsPids: [23416, 7] },
    args: ['sleep', '1d'],
    cgroup: CONTAINER,
    uidMap: EVERYONE,
  },
  'docker-cgroup-parent/30902': {
    stat: { comm: 'sleep', state: 'S' },
    status: { ...ROOT, tgid: 30902, nsPids: [30902, 1] },
    args: ['sleep', '1d'],
    cgroup: '/lab/f171a698b3c286c6fb6f8ae1761783490257af6babf7d64ac0bcde979abf295d',
    uidMap: EVERYONE,
  },
  'zombie/22973': {
    stat: { comm: 'python3', state: 'Z', startTicks: '209925', rssPages: 0, threads: 1 },
    status: { ...ROOT, tgid: 22973, nsPids: [22973] },
    args: [],
    cgroup: '/',
    uidMap: EVERYONE,
  },
};

describe.each(Object.entries(processes))('%s', (at, { stat, status, args, cgroup, uidMap }) => {
  const pid = Number(at.split('/')[1]);

  it('stat', () => {
    expect(parseStat(file(`${at}/stat`))).toMatchObject({ pid, ...stat });
  });
  it('status', () => {
    expect(parseStatus(file(`${at}/status`).toString('latin1'))).toEqual(status);
  });
  it('cmdline', () => {
    expect(parseCmdline(file(`${at}/cmdline`), false)).toEqual(args);
  });
  it('cgroup', () => {
    expect(tellingPath(parseCgroup(file(`${at}/cgroup`).toString()))).toBe(cgroup);
  });
  it('uid_map and gid_map', () => {
    expect(parseIdMap(file(`${at}/uid_map`).toString())).toEqual(uidMap);
    expect(parseIdMap(file(`${at}/gid_map`).toString())).toEqual(uidMap);
  });
  it('ns links', () => {
    const links = readdirSync(new URL(`./fixtures/${at}/ns`, import.meta.url));
    expect(links.length).toBe(at.startsWith('zombie/') ? 2 : NAMESPACE_TYPES.length);
    for (const type of NAMESPACE_TYPES.filter((name) => links.includes(name))) {
      const link = file(`${at}/ns/${type}`).toString();
      expect(parseNsLink(link, type)).toBe(link.replace(/[[\]]/g, ''));
    }
  });
});

it('fault 4: a recorded name that looks like the fields after it', () => {
  const stat = parseStat(file('hostile-comm/22730/stat'));
  expect(stat).toMatchObject({ pid: 22730, comm: 'a) S 1 (\n\uFFFD b', state: 'S', ppid: 22722 });
  const status = file('hostile-comm/22730/status').toString('latin1');
  expect(status).toContain('Name:\ta) S 1 (\\n\u00FF b\n');
  expect(parseStatus(status)).toEqual({ ...ROOT, tgid: 22730, nsPids: [22730] });
});

describe('machine', () => {
  it('loadavg', () => {
    const [total, lastPid] = file('machine/loadavg').toString().trim().split(/[ /]/).slice(4);
    expect(parseLoadavg(file('machine/loadavg').toString())).toEqual({
      total: Number(total),
      lastPid: Number(lastPid),
    });
  });
  it('uptime and the boot time of stat', () => {
    expect(parseUptime(file('machine/uptime').toString())).toBeGreaterThan(2000);
    expect(new Date(parseBootTime(file('machine/stat').toString()) * 1000).toISOString()).toMatch(
      /^2026-11-/,
    );
  });
  it('auxv', () => {
    expect(parseAuxv(file('machine/auxv'), 8)).toEqual({ pageSize: 4096, ticksPerSecond: 100 });
  });
  it('net/unix: only what listens', () => {
    const sockets = parseNetUnix(file('machine/net/unix').toString());
    expect(sockets.map(({ path }) => path).sort()).toEqual(['/tmp/nsview listens', '@nsview']);
    for (const { inode } of sockets) expect(inode).toMatch(/^[1-9]\d+$/);
  });
  it('mountinfo', () => {
    const mounts = parseMountinfo(file('machine/mountinfo').toString());
    expect(mounts.find((mount) => mount.mountPoint === '/sys/fs/cgroup/pids')).toEqual({
      id: 39,
      parent: 31,
      device: '0:36',
      root: '/',
      deleted: false,
      mountPoint: '/sys/fs/cgroup/pids',
      options: ['rw', 'relatime'],
      propagation: 'private',
      fsType: 'cgroup',
      source: 'cgroup',
      superOptions: ['rw', 'pids'],
    });
    expect(mounts.map(({ fsType }) => fsType)).toEqual(
      expect.arrayContaining(['proc', 'sysfs', 'cgroup2', 'nsfs']),
    );
  });
});

describe('mounts with white space in odd places', () => {
  const mounts = parseMountinfo(file('odd-mounts/mountinfo').toString());

  it.each([
    ['a blank in its source', '/srv/odd', 'tmpfs'],
    ['a carriage return', '/srv/odd/car\rriage', 'tmpfs'],
    ['a line separator', '/srv/odd/line\u2028sep', 'tmpfs'],
    ['a no-break space', '/srv/odd/no\u00a0break', 'tmpfs'],
    ['what the kernel escapes', '/srv/odd/tab\tnew\nline', 'tmpfs'],
    ['vertical tab and form feed', '/srv/odd/vt\vff\f', 'tmpfs'],
    ['what looks like the end of the options', '/srv/odd/- x - y', 'tmpfs'],
    ['a next line', '/srv/odd/next\u0085', 'tmpfs'],
    ['of drvfs', '/Docker/host', '9p'],
    ['of cifs', '/DATA/share', 'cifs'],
  ])('%s', (_, mountPoint, fsType) => {
    expect(mounts.filter((mount) => mount.mountPoint === mountPoint)).toMatchObject([{ fsType }]);
  });

  it('are all there, and what file systems say is whole', () => {
    expect(mounts).toHaveLength(10);
    expect(mounts.at(-2)?.superOptions).toContain(
      'aname=drvfs;path=C:\\Program Files\\Docker\\Docker\\resources;symlinkroot=/mnt/',
    );
    expect(mounts.at(-1)?.superOptions).toEqual([
      'rw',
      'sec=ntlm',
      'cache=loose',
      'unc=\\\\host\\A B',
      'username=me',
      'uid=1000',
    ]);
  });
});
