import { describe, expect, it } from 'vitest';
import { en } from '../i18n/en';
import type { Use } from '../use/use';
import { mayUse, type UseWhat } from './may-use';

const MIB = 1024 ** 2;
const OWN = '/docker/x';

const use: Use = {
  cgroups: 'v1',
  paths: { memory: OWN, cpu: OWN, cpuacct: OWN, pids: OWN, io: OWN, freezer: OWN },
  memory: {
    ...{ usedBytes: 58 * MIB, limitBytes: 64 * MIB, limitFrom: OWN, peakBytes: 64 * MIB },
    ...{ cacheBytes: 3 * MIB, oomKills: 2 },
  },
  cpu: {
    ...{ usedMs: 5000, quotaMs: 50, periodMs: 100, limitFrom: OWN },
    ...{ periods: 100, throttledPeriods: 38, throttledMs: 900 },
  },
  pids: { current: 18, threads: 18, limit: 20, limitFrom: OWN, refused: 3 },
  io: [{ device: '254:0', readBytes: 1_200_000, writtenBytes: 48_000, limits: {} }],
  frozen: false,
  disk: { writableBytes: 12_000, limitBytes: null },
  machine: { memoryBytes: 8192 * MIB, cpus: 2 },
  network: [],
  through: null,
  unreadable: { 'disk.limitBytes': 'quota-unseen' },
};

const flags = [{ flag: '--memory', value: '64m', about: 'use' as const }];

function row(
  what: UseWhat,
  told: Partial<Use> = {},
  of: Partial<Parameters<typeof mayUse>[0]> = {},
) {
  const found = mayUse({
    use: { ...use, ...told },
    ...{ cores: 0.5, isHeld: false, processes: 4, flags, sizeCommand: 'docker ps -s' },
    messages: en,
    ...of,
  }).find((each) => each.what === what);
  if (found === undefined) throw new Error(`no ${what}`);
  return found;
}

describe('what a container may use, in words', () => {
  it('memory: what it is held against, and who was killed', () => {
    expect(row('memory')).toMatchObject({
      limit: 64 * MIB,
      under: { code: '--memory 64m' },
      figure: ['58', 'of 64 MiB'],
      says: ['processes hold 55 MiB', 'file cache 3 MiB', 'peak 64 MiB'],
      did: [{ text: 'killed 2 processes (OOM)', isBad: true }],
      commands: [
        `grep . ${['usage_in_bytes', 'limit_in_bytes', 'max_usage_in_bytes', 'stat']
          .map((file) => `/sys/fs/cgroup/memory${OWN}/memory.${file}`)
          .join(' ')}`,
        `grep -r --include=memory.oom_control . /sys/fs/cgroup/memory${OWN}`,
      ],
    });
  });

  it('says whose a limit is that is another’s', () => {
    const { says, limit } = row('memory', { memory: { ...use.memory, limitFrom: '/strict' } });
    expect(says.at(-1)).toBe('The limit is that of /strict, above its own cgroup.');
    expect(limit).toBe(64 * MIB);
  });

  it('CPU: a part of those that there are, and how often it was held', () => {
    expect(row('cpu')).toMatchObject({
      limit: 0.5,
      under: 'limit 0.5 cores',
      figure: ['0.50', 'of 0.5 cores'],
      did: [{ text: 'throttled 38 % of periods', isBad: false }],
    });
    expect(row('cpu', { cpu: { ...use.cpu, throttledPeriods: 0 } }).did).toEqual([]);
  });

  it.each([
    ['of two readings', use.cpu, 0.5, true, 'now; the line shows the last 60 seconds'],
    ['of one so far', use.cpu, null, false, 'counting, a second…'],
    ['of one, and no more come', use.cpu, null, true, en.mayUse.cpu.held],
    ['unreadable, which is said apart', { ...use.cpu, usedMs: null }, null, false, undefined],
  ])('CPU, counted %s', (_, cpu, cores, isHeld, said) => {
    const unreadable = cpu.usedMs === null ? { 'cpu.usedMs': 'EACCES' } : {};
    const { says, unknown } = row('cpu', { cpu, unreadable }, { cores, isHeld });
    expect(says).toEqual(said === undefined ? [] : [said]);
    expect(unknown.map(({ field }) => field)).toEqual(Object.keys(unreadable));
  });

  it('processes: threads count, and who was refused', () => {
    expect(row('pids')).toMatchObject({
      figure: ['18', 'of 20'],
      says: ['threads are counted: 18 in 4 processes', 'when it was refused, all 20 were taken'],
      did: [{ text: 'refused 3 forks', isBad: true }],
    });
  });

  it('devices: what was moved, and what holds it back', () => {
    expect(row('io')).toMatchObject({
      under: 'no limit set',
      figure: ['1.2', 'MB read'],
      says: ['48 kB written', 'nothing holds it back'],
    });
    const limits = { readBytes: { perSecond: MIB, from: OWN } };
    const io = [{ device: '254:0', readBytes: 0, writtenBytes: 0, limits }];
    const held = row('io', { io });
    expect(held.says).toEqual(['0 B written', 'device 254:0: at most 1 MiB read a second']);
    // Each device has its own, so that none is that of all.
    expect(held).toMatchObject({ limit: null, under: '', bar: { isOpen: false } });
    expect(row('io').bar.isOpen).toBe(true);
    expect(row('io', { io: null, unreadable: { io: 'EACCES' } }).bar.isOpen).toBe(false);
  });

  it('devices: what was moved is told also where it is not known what holds it back', () => {
    expect(row('io', { unreadable: { 'io.limits': 'above-unseen' } })).toMatchObject({
      ...{ under: '', figure: ['1.2', 'MB read'], says: ['48 kB written'], bar: { isOpen: false } },
      unknown: [
        {
          field: 'io.limits',
          text: 'its limit: unknown: cgroups further up, which cannot be seen, may be stricter',
        },
      ],
    });
  });

  it.each([
    ['unknown where none was set', flags],
    ['unknown where it is not known what was set', null],
    [
      'unknown where something else was set',
      [{ flag: '--storage-opt', value: 'x=1', about: 'use' as const }],
    ],
  ])('disk: its limit is %s', (_, set) => {
    expect(row('disk', {}, { flags: set })).toMatchObject({
      ...{ limit: null, under: '', says: [], bar: { isOpen: false } },
      figure: ['12', 'kB used'],
      unknown: [
        {
          field: 'disk.limitBytes',
          text: 'its limit: unknown: quotas of file systems are not read',
        },
      ],
      commands: ['docker ps -s'],
    });
  });

  it('disk: none is set where none can be', () => {
    const can = row('disk', { unreadable: {} });
    expect(can).toMatchObject({ limit: null, under: 'no limit set', unknown: [] });
    expect(can.says).toEqual(['its engine can set none on this file system: it can fill the disk']);
    expect(can.bar).toMatchObject({ isOpen: true, limit: null });
  });

  it('disk: its limit is what was set', () => {
    const set = [{ flag: '--storage-opt', value: 'size=1g', about: 'use' as const }];
    expect(row('disk', {}, { flags: set })).toMatchObject({
      under: { code: '--storage-opt size=1g' },
      ...{ limit: null, unknown: [], bar: { isOpen: false } },
    });
    // How much is used is told or not, whatever the limit is.
    const disk = { ...use.disk, writableBytes: null };
    const unreadable = { ...use.unreadable, 'disk.writableBytes': 'ETIMEDOUT' };
    expect(row('disk', { disk, unreadable }, { flags: set }).unknown).toHaveLength(1);
  });

  it('tells no limit from one that is not known', () => {
    const memory = { ...use.memory, limitBytes: null, limitFrom: null };
    const pids = { ...use.pids, limit: null, limitFrom: null };
    expect(row('pids', { pids })).toMatchObject({
      limit: null,
      under: 'no limit set',
      unknown: [],
    });
    const told = { pids, memory, unreadable: { 'pids.limit': 'above-unseen' } };
    expect(row('pids', told)).toMatchObject({
      under: '',
      unknown: [
        {
          field: 'pids.limit',
          text: 'its limit: unknown: cgroups further up, which cannot be seen, may be stricter',
        },
      ],
    });
  });

  it('has the commands that show it, and none where it is not known where that is', () => {
    const folder = `/sys/fs/cgroup${OWN}`;
    const files = ['current', 'max', 'events.local'].map((file) => `${folder}/pids.${file}`);
    expect(row('pids', { cgroups: 'v2' }).commands).toEqual([
      `grep . ${files.join(' ')}`,
      `grep -r --include=pids.events . ${folder}`,
    ]);
    expect(row('pids', { paths: {} }).commands).toEqual([]);
  });
});
