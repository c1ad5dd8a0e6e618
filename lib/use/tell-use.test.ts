import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILES } from './files';
import type { ControllerReading, Group, UseReading } from './reading';
import { tellSample } from './sample';
import { tellUse } from './tell-use';
import { CONTROLLERS, type Controller } from './use';

const NOTHING = { value: null, reason: 'ENOENT' };
const WRITABLE = {
  bytes: { value: 12_288, reason: null },
  limit: { value: null, reason: 'quota-unseen' },
};
const OWN = '/a/docker-x.scope';
/** Whether a file system limits what one writes is not read. */
const UNTOLD = { 'disk.limitBytes': 'quota-unseen' };

/** Of /proc/PID/net/dev. */
const HEADINGS = 'Inter-|   Receive\n face |bytes    packets\n';

type Texts = Readonly<Record<string, string>>;

function group(path: string, texts: Texts, names: readonly string[]): Group {
  const told = names.map((name) => {
    const text = texts[name];
    return [name, text === undefined ? NOTHING : { value: text, reason: null }];
  });
  return { path, files: Object.fromEntries(told) };
}

interface Around {
  version?: 'v1' | 'v2';
  /** What is in the files of those above, the nearest first: each has all of them. */
  above?: readonly Texts[];
  below?: readonly Texts[] | null;
  whole?: boolean;
}

/** What a reader would tell where these files are. */
function readingOf(
  own: Texts,
  { version = 'v2', above = [], below = [], whole = true }: Around = {},
): UseReading {
  const of = (controller: Controller): { value: ControllerReading; reason: null } => {
    const names = FILES[version][controller];
    return {
      value: {
        ...{ version, whole, localPidsEvents: false, own: group(OWN, own, names.own) },
        above: above.map((texts, nth) => group(['/a', '/'][nth] ?? '', texts, names.above)),
        below: below?.map((texts, nth) => group(`${OWN}/${nth}`, texts, names.below)) ?? null,
      },
      reason: null,
    };
  };
  return {
    controllers: {
      ...{ memory: of('memory'), cpu: of('cpu'), cpuacct: of('cpuacct') },
      ...{ pids: of('pids'), io: of('io'), freezer: of('freezer') },
    },
    machine: {
      meminfo: { value: 'MemTotal: 4018140 kB\n', reason: null },
      cpus: { value: '0-1\n', reason: null },
    },
    network: { value: `${HEADINGS}  eth0:     656       8    0\n`, reason: null },
  };
}
const told = (...reading: Parameters<typeof readingOf>) =>
  tellUse(readingOf(...reading), WRITABLE, 'v2', 'pid 7');

/** In every cgroup of v2. */
const THERE: Texts = { 'cgroup.controllers': 'cpu\n' };

/* Made up; what a kernel wrote is in recorded.test.ts. */
const V2: Texts = {
  'memory.current': '60817408\n',
  'memory.max': '67108864\n',
  'memory.peak': '67108864\n',
  'memory.stat': 'anon 57671680\nfile 3145728\nkernel 12288\n',
  'memory.events': 'low 0\nhigh 0\nmax 41\noom 1\noom_kill 1\noom_group_kill 0\n',
  'cpu.max': '50000 100000\n',
  'cpu.stat':
    'usage_usec 1900000\nuser_usec 1\nsystem_usec 1\nnr_periods 38\nnr_throttled 28\nthrottled_usec 1400000\n',
  'pids.current': '19\n',
  'pids.max': '20\n',
  'pids.events': 'max 1\n',
  'cgroup.threads': '7\n8\n',
  'io.stat': '254:0 rbytes=3145728 wbytes=4096 rios=3 wios=1 dbytes=0 dios=0\n8:0 rbytes=1\n',
  'io.max': '254:0 rbps=1048576 wbps=max riops=max wiops=max\n',
  'cgroup.events': 'populated 1\nfrozen 1\n',
};

describe('v2', () => {
  it('tells all of it', () => {
    expect(told(V2, { below: [{ 'cgroup.threads': '9\n', 'pids.events': 'max 2\n' }] })).toEqual({
      cgroups: 'v2',
      paths: Object.fromEntries(CONTROLLERS.map((each) => [each, OWN])),
      memory: {
        ...{ usedBytes: 60_817_408, limitBytes: 67_108_864, limitFrom: OWN },
        ...{ peakBytes: 67_108_864, cacheBytes: 3_145_728, oomKills: 1 },
      },
      cpu: {
        ...{ usedMs: 1900, quotaMs: 50, periodMs: 100, limitFrom: OWN },
        ...{ periods: 38, throttledPeriods: 28, throttledMs: 1400 },
      },
      pids: { current: 19, threads: 3, limit: 20, limitFrom: OWN, refused: 3 },
      io: [
        { device: '8:0', readBytes: 1, writtenBytes: 0, limits: {} },
        {
          ...{ device: '254:0', readBytes: 3_145_728, writtenBytes: 4096 },
          limits: { readBytes: { perSecond: 1_048_576, from: OWN } },
        },
      ],
      frozen: true,
      disk: { writableBytes: 12_288, limitBytes: null },
      machine: { memoryBytes: 4_114_575_360, cpus: 2 },
      network: [{ device: 'eth0', receivedBytes: 656, receivedPackets: 8 }],
      through: 'pid 7',
      unreadable: UNTOLD,
    });
  });

  it('a controller that was not handed down tells nothing, but those above limit it all the same', () => {
    const use = told(
      { 'cpu.stat': 'usage_usec 5000\n', ...THERE },
      { above: [{ 'memory.max': '1000\n', ...THERE }, {}] },
    );
    expect(use.memory).toMatchObject({ usedBytes: null, limitBytes: 1000, limitFrom: '/a' });
    expect(use.cpu).toMatchObject({ usedMs: 5, quotaMs: null, limitFrom: null });
    expect(use.unreadable).toMatchObject({
      'memory.usedBytes': 'ENOENT',
      'pids.current': 'ENOENT',
    });
    expect(use.unreadable).not.toHaveProperty('cpu.quotaMs');
  });

  it.each([
    ['own', {}, [V2, V2]],
    ['one above', V2, [{}, V2]],
  ])('does not know limits where the files of a cgroup are gone: %s', (_, own, above) => {
    const use = told({ ...own, 'io.stat': '8:0 rbytes=1\n' }, { above });
    expect(use.unreadable).toMatchObject({
      ...{ 'memory.limitBytes': 'ENOENT', 'cpu.quotaMs': 'ENOENT' },
      ...{ 'pids.limit': 'ENOENT', 'io.limits': 'ENOENT' },
    });
    expect(use.io).toMatchObject([{ readBytes: 1, limits: {} }]);
  });

  it('tells of the cgroup above how often that was held back', () => {
    const above = [
      {
        'cpu.max': '10000 100000\n',
        'cpu.stat': 'nr_periods 9\nnr_throttled 5\nthrottled_usec 2000\n',
      },
    ];
    expect(told(V2, { above }).cpu).toMatchObject({
      ...{ usedMs: 1900, quotaMs: 10, limitFrom: '/a' },
      ...{ periods: 9, throttledPeriods: 5, throttledMs: 2 },
    });
  });

  it('holds a device to the strictest of each kind', () => {
    const above = [{ 'io.max': '254:0 rbps=5 wbps=7 riops=max wiops=max\n' }];
    expect(told(V2, { above }).io?.at(-1)?.limits).toEqual({
      readBytes: { perSecond: 5, from: '/a' },
      writtenBytes: { perSecond: 7, from: '/a' },
    });
  });

  describe('forks that were refused, since Linux 6.11', () => {
    const within = [{ 'pids.events': 'max 100\n' }];
    const own = { ...V2, 'pids.events': 'max 5\n', 'pids.events.local': 'max 2\n' };
    const stricter = { 'pids.max': '3\n', 'pids.events.local': 'max 1\n' };

    it.each([
      ['those within are in its own', own, {}, 5],
      ['for a limit above', own, { above: [stricter] }, 6],
      ['not for one that counts less', own, { above: [{ ...stricter, 'pids.max': '90\n' }] }, 5],
      ['no limit', { ...own, 'pids.max': 'max\n' }, {}, 5],
    ])('%s', (_, files, around, refused) => {
      expect(told(files, { below: within, ...around }).pids.refused).toBe(refused);
    });

    it.each([
      ['cgroups above are not seen', own, { whole: false }, 'above-unseen'],
      [
        'the count above is odd',
        own,
        { above: [{ ...stricter, 'pids.events.local': '' }] },
        'EBADMSG',
      ],
      ['which way it counts is odd', { ...own, 'pids.events.local': '' }, {}, 'EBADMSG'],
    ])('are not known where %s', (_, files, around, reason) => {
      const use = told(files, { below: within, ...around });
      expect(use.pids.refused).toBeNull();
      expect(use.unreadable['pids.refused']).toBe(reason);
    });
  });

  it('does not know a limit where there may be a stricter one', () => {
    const unseen = told(V2, { whole: false });
    expect(unseen.memory).toMatchObject({ limitBytes: null, limitFrom: null });
    for (const field of ['memory.limitBytes', 'cpu.quotaMs', 'pids.limit', 'io.limits']) {
      expect(unseen.unreadable[field], field).toBe('above-unseen');
    }
    expect(unseen.unreadable).not.toHaveProperty('io');
    expect(unseen.io?.map(({ readBytes, limits }) => [readBytes, limits])).toEqual([
      [1, {}],
      [3_145_728, {}],
    ]);
    const odd = told(V2, { above: [{ 'pids.max': 'many\n' }] });
    expect(odd.pids.limit).toBeNull();
    expect(odd.unreadable['pids.limit']).toBe('EBADMSG');
  });
});

const V1: Texts = {
  'memory.usage_in_bytes': '60817408\n',
  'memory.limit_in_bytes': '67108864\n',
  'memory.max_usage_in_bytes': '67108864\n',
  'memory.stat': 'cache 1\nhierarchical_memory_limit 67108864\ntotal_cache 3145728\n',
  'memory.oom_control': 'oom_kill_disable 0\nunder_oom 0\noom_kill 1\n',
  'cpu.cfs_quota_us': '50000\n',
  'cpu.cfs_period_us': '100000\n',
  'cpu.stat': 'nr_periods 38\nnr_throttled 28\nthrottled_time 1400000000\n',
  'cpuacct.usage': '1900000000\n',
  'pids.current': '19\n',
  'pids.max': '20\n',
  'pids.events': 'max 1\n',
  tasks: '7\n',
  'blkio.throttle.io_service_bytes': '254:0 Read 3145728\n254:0 Write 0\nTotal 3145728\n',
  'blkio.throttle.read_bps_device': '254:0 1048576\n',
  'freezer.state': 'THAWED\n',
};

describe('v1', () => {
  it('tells the same, and sums what cgroups within count by themselves', () => {
    const within = { ...V1, 'pids.events': 'max 2\n', tasks: '8\n9\n' };
    const use = told(V1, { version: 'v1', below: [within, {}] });
    expect(use).toMatchObject({
      memory: { usedBytes: 60_817_408, limitFrom: OWN, cacheBytes: 3_145_728, oomKills: 2 },
      cpu: { usedMs: 1900, quotaMs: 50, periodMs: 100, throttledMs: 1400 },
      pids: { current: 19, threads: 3, refused: 3 },
      io: [{ readBytes: 3_145_728, limits: { readBytes: { perSecond: 1_048_576, from: OWN } } }],
      ...{ frozen: false, unreadable: UNTOLD },
    });
  });

  it('knows what the strictest limit of memory is where it does not see whose', () => {
    const stat = 'cache 1\nhierarchical_memory_limit 1000\ntotal_cache 1\n';
    const use = told({ ...V1, 'memory.stat': stat }, { version: 'v1', whole: false });
    expect(use.memory).toMatchObject({ limitBytes: 1000, limitFrom: null });
    expect(use.unreadable).toMatchObject({ 'memory.limitFrom': 'above-unseen' });
    expect(use.unreadable).not.toHaveProperty('memory.limitBytes');
  });

  it('has no limit in the first cgroup of all alone, which the first that is seen may not be', () => {
    const none = { ...V1, 'pids.max': 'max\n' };
    const seen = (whole: boolean) => told(none, { version: 'v1', above: [{}], whole });
    expect(seen(true).unreadable).not.toHaveProperty('pids.limit');
    expect(seen(false).unreadable['pids.limit']).toBe('ENOENT');
  });

  it('says that what is within is too much', () => {
    const use = told(V1, { version: 'v1', below: null });
    expect(use.pids).toMatchObject({ current: 19, threads: null, refused: null });
    expect(use.unreadable).toMatchObject({
      'memory.oomKills': 'too-many',
      'pids.threads': 'too-many',
    });
  });
});

it('whatever limits there are above, the strictest is named, of equal ones the nearest', () => {
  const limit = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant('max' as const));
  fc.assert(
    fc.property(limit, limit, limit, (own, parent, top) => {
      const chain = [own, parent, top].map((each) => ({
        ...V2,
        'pids.max': `${each}\n`,
        'memory.max': `${each}\n`,
      }));
      const [mine = V2, ...above] = chain;
      const use = told(mine, { above });
      const numbers = [own, parent, top].map((each) => (each === 'max' ? Infinity : each));
      const least = Math.min(...numbers);
      const from = [OWN, '/a', '/'][numbers.indexOf(least)];
      const expected = least === Infinity ? [null, null] : [least, from];
      expect([use.pids.limit, use.pids.limitFrom]).toEqual(expected);
      expect([use.memory.limitBytes, use.memory.limitFrom]).toEqual(expected);
    }),
  );
});

it('tells of many what changes all the time', () => {
  const { memory, cpuacct, pids } = readingOf(V2).controllers;
  expect(tellSample({ memory, cpuacct, pids })).toEqual({
    ...{ usedBytes: 60_817_408, usedMs: 1900, tasks: 19, unreadable: {} },
  });
  const gone = { value: null, reason: 'ESRCH' };
  expect(tellSample({ memory: gone, cpuacct: gone, pids: gone }).unreadable).toEqual({
    ...{ usedBytes: 'ESRCH', usedMs: 'ESRCH', tasks: 'ESRCH' },
  });
});
