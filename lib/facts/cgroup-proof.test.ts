import { describe, expect, it } from 'vitest';
import { readCgroup } from './cgroup-proof';

type Of = Parameters<typeof readCgroup>[0];

const ROOT = '/sys/fs/cgroup';
const rates = { readBytes: { perSecond: 1, from: '/a' } };

/** What limits it is what is above it, in `/a`. */
function commandsOf(what: 'memory' | 'cpu' | 'pids' | 'io', told: Partial<Of>) {
  const { cgroups = 'v2', paths = {} } = told;
  const memory = { usedBytes: 1, limitBytes: 1, peakBytes: 1, cacheBytes: 0, oomKills: 0 };
  const cpu = { usedMs: 1, quotaMs: 1, periodMs: 1 };
  return readCgroup(
    {
      ...{ cgroups, paths },
      memory: { ...memory, limitFrom: '/a' },
      cpu: { ...cpu, limitFrom: '/a', periods: 1, throttledPeriods: 0, throttledMs: 0 },
      pids: { current: 1, threads: 1, limit: 1, limitFrom: '/a', refused: 0 },
      io: [{ device: '8:0', readBytes: 1, writtenBytes: 1, limits: rates }],
      ...told,
    },
    what,
  );
}

/** The files of a folder, each a word. */
const files = (folder: string, names: string) =>
  names
    .split(' ')
    .map((name) => `${ROOT}${folder}/${name}`)
    .join(' ');

describe('the commands that show what a figure was read from', () => {
  const paths = { memory: '/a/b', cpu: '/a/b', cpuacct: '/a/b', pids: '/a/b', io: '/a/b' };

  it.each([
    [
      'memory of v1: kills are a sum',
      ...(['memory', 'v1'] as const),
      [
        `grep . ${files('/memory/a/b', 'memory.usage_in_bytes memory.limit_in_bytes memory.max_usage_in_bytes memory.stat')} ${files('/memory/a', 'memory.limit_in_bytes')}`,
        `grep -r --include=memory.oom_control . ${ROOT}/memory/a/b`,
      ],
    ],
    [
      'memory of v2',
      ...(['memory', 'v2'] as const),
      [
        `grep . ${files('/a/b', 'memory.current memory.max memory.peak memory.stat memory.events')} ${files('/a', 'memory.max')}`,
      ],
    ],
    [
      'CPU of v1, whose time another controller counts',
      ...(['cpu', 'hybrid'] as const),
      [
        `grep . ${files('/cpuacct/a/b', 'cpuacct.usage')} ${files('/cpu/a/b', 'cpu.cfs_quota_us cpu.cfs_period_us cpu.stat')} ${files('/cpu/a', 'cpu.cfs_quota_us cpu.cfs_period_us cpu.stat')}`,
      ],
    ],
    [
      'CPU of v2, each file once',
      ...(['cpu', 'v2'] as const),
      [`grep . ${files('/a/b', 'cpu.stat cpu.max')} ${files('/a', 'cpu.max cpu.stat')}`],
    ],
    [
      'processes of v1: refused forks are a sum',
      ...(['pids', 'v1'] as const),
      [
        `grep . ${files('/pids/a/b', 'pids.current pids.max')} ${files('/pids/a', 'pids.max')}`,
        `grep -r --include=pids.events . ${ROOT}/pids/a/b`,
      ],
    ],
    [
      'processes of v2: forks are refused within and for a limit above',
      ...(['pids', 'v2'] as const),
      [
        `grep . ${files('/a/b', 'pids.current pids.max pids.events.local')} ${files('/a', 'pids.max pids.events.local')}`,
        `grep -r --include=pids.events . ${ROOT}/a/b`,
      ],
    ],
    [
      'devices of v2, with who holds them back',
      ...(['io', 'v2'] as const),
      [`grep . ${files('/a/b', 'io.stat io.max')} ${files('/a', 'io.max')}`],
    ],
  ])('%s', (_, what, cgroups, commands) => {
    expect(commandsOf(what, { cgroups, paths })).toEqual(commands);
  });

  it('devices of v1 have another name, and sums of their own', () => {
    const [command = ''] = commandsOf('io', { cgroups: 'v1', paths });
    expect(command).toContain(`${ROOT}/blkio/a/b/blkio.throttle.io_service_bytes_recursive`);
    expect(command).toContain(`${ROOT}/blkio/a/b/blkio.throttle.read_bps_device`);
  });

  it.each([
    ['a substitution', '/user.slice/$(id >&2)/docker-0123.scope'],
    ['an end of the command', '/a;id'],
    ['a quote', "/it's `id`"],
  ])('are one word for each file, whatever the path holds: %s', (_, path) => {
    const quoted = (file: string) => `'${ROOT}/pids${path.replaceAll("'", `'\\''`)}${file}'`;
    expect(commandsOf('pids', { cgroups: 'v1', paths: { pids: path } })).toEqual([
      `grep . ${quoted('/pids.current')} ${quoted('/pids.max')} ${ROOT}/pids/a/pids.max`,
      `grep -r --include=pids.events . ${quoted('')}`,
    ]);
  });

  it('type no control character', () => {
    const [command] = commandsOf('io', { paths: { io: '/a\nid' } });
    expect(command).toContain("$'/sys/fs/cgroup/a\\nid/io.stat'");
    expect(command).not.toContain('\n');
  });

  it('are none where it is not known where the files are', () => {
    expect(commandsOf('pids', { cgroups: null, paths: { pids: '/a' } })).toEqual([]);
    expect(commandsOf('pids', { cgroups: 'v1', paths: {} })).toEqual([]);
  });
});
