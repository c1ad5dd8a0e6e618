import { existsSync, mkdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { use as question } from '@lib/questions/use';
import { freshSnapshot } from './harness/api';
import {
  cgroupCount,
  cgroupFile,
  cgroupPath,
  cgroupVersions,
  fieldOf,
} from './harness/cgroup-files';
import { demand, run } from './harness/command';
import type { Dockerd } from './harness/dockerd';
import { expect, test } from './harness/fixtures';
import { mayBeLimited } from './harness/may-be-limited';
import type { Nsview } from './harness/nsview';
import { PROGRAM } from './harness/program';
import { until } from './harness/until';

/* What containers use and what limits did, against the files of their cgroups, read here. */

const MIB = 1024 * 1024;

/** Allocates more than it may, spins, forks more than it may; then sleeps, which takes no fork. */
const GREEDY = [
  'dd if=/dev/zero of=/dev/null bs=200M count=1',
  '(while :; do :; done) &',
  '(i=0; while [ $i -lt 40 ]; do sleep 1d & i=$((i+1)); done)',
  'exec sleep 1d',
].join('\n');
/** Whether a file system limits what one writes is not read. */
const QUOTA_UNSEEN = { 'disk.limitBytes': 'quota-unseen' };

/** What is not told of a container's use: the limit of its own layer, where the engine could have set one. */
async function untold(dockerd: Dockerd) {
  return (await mayBeLimited(dockerd)) ? QUOTA_UNSEEN : {};
}
const DID = ['oomKills', 'throttled', 'refused'] as const;
const LIMITS = ['--memory', '64m', '--cpus', '0.5', '--pids-limit', '20'];

async function useOfContainer(nsview: Nsview, container: string) {
  const response = await until(
    'the engine has told of it',
    async () => {
      const said = await fetch(`${nsview.url}/api/v1/containers/${container}/use`);
      return said.status !== 404 && said;
    },
    5000,
    100,
  );
  expect(response.status).toBe(200);
  return question.answer.parse(await response.json());
}

test('tells limits and what they did within three seconds, as the files have it', async ({
  dockerd,
  nsview,
}) => {
  const id = await dockerd.run('--name', 'greedy', ...LIMITS, 'ubuntu', 'sh', '-c', GREEDY);
  const pid = await dockerd.leader('greedy');
  await until(
    'it was killed, held back and refused',
    () => DID.every((each) => cgroupCount(pid, each) > 0),
    20_000,
  );
  const use = await until(
    'all of it is told',
    async () => {
      const response = await fetch(`${nsview.url}/api/v1/containers/greedy/use`);
      if (response.status !== 200) return false;
      const told = question.answer.parse(await response.json());
      return Math.min(told.pids.refused ?? 0, told.memory.oomKills ?? 0) > 0 && told;
    },
    3000,
  );
  const before = cgroupCount(pid, 'throttled');
  const later = await useOfContainer(nsview, 'greedy');
  const after = cgroupCount(pid, 'throttled');

  expect(use.unreadable).toEqual(await untold(dockerd));
  expect(use.memory).toMatchObject({
    limitBytes: 64 * MIB,
    limitFrom: cgroupPath(pid, 'memory'),
    oomKills: cgroupCount(pid, 'oomKills'),
    peakBytes: Number(cgroupFile(pid, 'memory', 'memory.max_usage_in_bytes', 'memory.peak')),
  });
  // It ran on without the one that was killed, so the engine says nothing of it.
  const format = '{{.State.OOMKilled}} {{.HostConfig.NanoCpus}}';
  const inspected = demand(await dockerd.cli('inspect', '-f', format, id), 'docker inspect');
  expect(inspected.trim()).toBe('false 500000000');
  expect(use.cpu).toMatchObject({ quotaMs: 50, periodMs: 100, limitFrom: cgroupPath(pid, 'cpu') });
  // At most half a second old, where it was asked for before.
  expect(later.cpu.throttledPeriods).toBeGreaterThan(0);
  expect(later.cpu.throttledPeriods).toBeLessThanOrEqual(after);
  const fresh = await until(
    'what was read since',
    async () => {
      const told = await useOfContainer(nsview, 'greedy');
      return Date.parse(told.takenAt) > Date.parse(later.takenAt) && told;
    },
    3000,
    100,
  );
  expect(fresh.cpu.throttledPeriods).toBeGreaterThanOrEqual(before);
  expect(fresh.cpu.throttledMs).toBeGreaterThan(0);
  const usedMs =
    cgroupVersions() === 'v2'
      ? fieldOf(cgroupFile(pid, 'cpu', 'cpu.stat'), 'usage_usec') / 1e3
      : Number(cgroupFile(pid, 'cpuacct', 'cpuacct.usage')) / 1e6;
  expect(fresh.cpu.usedMs ?? Infinity).toBeLessThanOrEqual(usedMs);
  expect(use.pids).toMatchObject({
    current: Number(cgroupFile(pid, 'pids', 'pids.current')),
    threads: cgroupFile(pid, 'pids', 'tasks', 'cgroup.threads').split('\n').length,
    limit: 20,
    limitFrom: cgroupPath(pid, 'pids'),
    refused: cgroupCount(pid, 'refused'),
  });
  expect(use.pids.current).toBeGreaterThan(10);
});

test('names the cgroup above that is stricter', async ({ dockerd, nsview }) => {
  test.skip(
    cgroupVersions() === 'v2',
    'cgroups of v1 are made here: there is none on this machine',
  );
  const parent = `/nsv-strict-${process.pid}`;
  const folders = ['memory', 'cpu', 'pids'].map((each) => `/sys/fs/cgroup/${each}${parent}`);
  for (const folder of folders) mkdirSync(folder);
  writeFileSync(`/sys/fs/cgroup/memory${parent}/memory.limit_in_bytes`, String(32 * MIB));
  writeFileSync(`/sys/fs/cgroup/cpu${parent}/cpu.cfs_quota_us`, '20000');
  try {
    // In v1 the kernel lets none have more time than the one above, but it may have no limit of its own.
    const own = ['--memory', '64m', '--pids-limit', '20'];
    const args = ['--name', 'nested', '--cgroup-parent', parent, ...own];
    const id = await dockerd.run(...args, 'ubuntu', 'sh', '-c', 'while :; do :; done');
    await freshSnapshot(nsview);
    const path = `${parent}/${id}`;
    const pid = await dockerd.leader('nested');
    const use = await until(
      'it was held back',
      async () => {
        const told = await useOfContainer(nsview, 'nested');
        return (told.cpu.throttledPeriods ?? 0) > 0 && told;
      },
      5000,
      200,
    );
    expect(use.paths.memory).toBe(path);
    expect(use.memory).toMatchObject({ limitBytes: 32 * MIB, limitFrom: parent });
    // The kernel's own word for the strictest of all.
    expect(use.memory.limitBytes).toBe(
      fieldOf(cgroupFile(pid, 'memory', 'memory.stat'), 'hierarchical_memory_limit'),
    );
    expect(use.cpu).toMatchObject({ quotaMs: 20, limitFrom: parent });
    expect(use.pids).toMatchObject({ limit: 20, limitFrom: path });
    // Its own cgroup was never held back: the one above is what it has to wait for.
    expect(cgroupCount(pid, 'throttled')).toBe(0);
    const above = readFileSync(`/sys/fs/cgroup/cpu${parent}/cpu.stat`, 'utf8');
    expect(fieldOf(above, 'nr_throttled')).toBeGreaterThanOrEqual(
      use.cpu.throttledPeriods ?? Infinity,
    );
  } finally {
    await dockerd.clear();
    for (const controller of [
      'memory',
      'cpu',
      'cpuacct',
      'pids',
      'blkio',
      'freezer',
      'cpuset',
      'devices',
      'systemd',
      'unified',
    ]) {
      const folder = `/sys/fs/cgroup/${controller}${parent}`;
      if (existsSync(folder)) rmdirSync(folder);
    }
  }
});

test('without limits: none is told, the machine as it is, and what was written', async ({
  dockerd,
  nsview,
}) => {
  const id = await dockerd.run('--name', 'free', 'ubuntu', 'sleep', '1d');
  demand(
    await dockerd.cli('exec', 'free', 'dd', 'if=/dev/zero', 'of=/x', 'bs=1M', 'count=3'),
    'docker exec',
  );
  await freshSnapshot(nsview);
  const use = await until(
    'the engine has counted',
    async () => {
      const told = await useOfContainer(nsview, 'free');
      return told.disk.writableBytes !== null && told;
    },
    10_000,
    200,
  );
  expect(use).toMatchObject({
    ...{ cgroups: cgroupVersions(), frozen: false, unreadable: await untold(dockerd) },
    memory: { limitBytes: null, limitFrom: null, oomKills: 0 },
    cpu: { quotaMs: null, periodMs: null, limitFrom: null },
    pids: { current: 1, threads: 1, limit: null, limitFrom: null, refused: 0 },
    machine: { memoryBytes: totalmem(), cpus: cpus().length },
  });
  const inside = demand(await dockerd.cli('exec', 'free', 'cat', '/proc/meminfo'), 'docker exec');
  expect(inside).toContain(
    `MemTotal: ${String((use.machine.memoryBytes ?? 0) / 1024).padStart(14)} kB`,
  );
  const sized = await dockerd.cli('inspect', '--size', '-f', '{{.SizeRw}}', id);
  expect(use.disk).toEqual({
    writableBytes: Number(demand(sized, 'docker inspect')),
    limitBytes: null,
  });
  expect(use.disk.writableBytes).toBeGreaterThanOrEqual(3 * MIB);
  expect(use.memory.usedBytes).toBeGreaterThan(0);

  demand(await dockerd.cli('pause', 'free'), 'docker pause');
  const frozen = (isFrozen: boolean) =>
    until(
      'the freezer is told',
      async () => (await useOfContainer(nsview, 'free')).frozen === isFrozen,
      3000,
    );
  await frozen(true);
  const state = cgroupFile(
    await dockerd.leader('free'),
    'freezer',
    'freezer.state',
    'cgroup.events',
  );
  expect(state).toMatch(/^(FROZEN|.*^frozen 1)$/ms);
  demand(await dockerd.cli('unpause', 'free'), 'docker unpause');
  await frozen(false);
});

test('a store that may limit what is written: no limit is not claimed', async ({
  ownDockerd,
  ownNsview,
}) => {
  const dockerd = await ownDockerd({ storageDriver: 'vfs' });
  expect(await mayBeLimited(dockerd)).toBe(true);
  const nsview = await ownNsview({ docker: dockerd.endpoint });
  await dockerd.run('--name', 'copied', 'ubuntu', 'sleep', '1d');
  await freshSnapshot(nsview);
  const { disk, unreadable } = await useOfContainer(nsview, 'copied');
  expect(disk.limitBytes).toBeNull();
  expect(unreadable).toMatchObject(QUOTA_UNSEEN);
});

test('what one reads of a device that it is held to, and that it is gone', async ({
  dockerd,
  nsview,
}) => {
  const { dev } = statSync('/');
  const device = `${(dev >> 8) & 0xfff}:${(dev & 0xff) | ((dev >> 12) & 0xfff00)}`;
  const name = `/dev/${/DEVNAME=(.*)/.exec(readFileSync(`/sys/dev/block/${device}/uevent`, 'utf8'))?.[1] ?? ''}`;
  const id = await dockerd.run(
    '--name',
    'held',
    '--device-read-bps',
    `${name}:1mb`,
    'ubuntu',
    'sh',
    '-c',
    'dd if=/dev/zero of=/x bs=1M count=2 && sync; exec sleep 1d',
  );
  await freshSnapshot(nsview);
  const use = await useOfContainer(nsview, 'held');
  const pid = await dockerd.leader('held');
  const row = use.io?.find((each) => each.device === device);
  expect(row?.limits).toEqual({ readBytes: { perSecond: MIB, from: cgroupPath(pid, 'blkio') } });
  const held = cgroupFile(pid, 'blkio', 'blkio.throttle.read_bps_device', 'io.max');
  expect(held).toMatch(new RegExp(`^${device} (rbps=)?${MIB}\\b`));
  const samples = await fetch(`${nsview.url}/api/v1/ask/uses?containers=held,nobody`);
  expect(await samples.json()).toMatchObject({
    samples: [{ container: id, tasks: 1, unreadable: {} }],
  });
  await dockerd.clear();
  await freshSnapshot(nsview);
  const gone = await fetch(`${nsview.url}/api/v1/containers/held/use`);
  expect(gone.status).toBe(404);
});

test('the command tells it as a table, and as the same JSON', async ({ dockerd }) => {
  const id = await dockerd.run('--name', 'told', ...LIMITS, 'ubuntu', 'sh', '-c', GREEDY);
  const pid = await dockerd.leader('told');
  const path = cgroupPath(pid, 'memory');
  await until(
    'it was killed, held back and refused',
    () => DID.every((each) => cgroupCount(pid, each) > 0),
    20_000,
  );
  const nsview = (...args: string[]) =>
    run(process.execPath, [PROGRAM, 'use', ...args, '--docker', dockerd.endpoint], { LC_ALL: 'C' });
  const table = demand(await nsview('told'), 'nsview use');
  expect(table).toMatch(new RegExp(`^memory .* 64 MiB +${path} killed 1 process`, 'm'));
  expect(table).toMatch(new RegExp(`^cpu .* 0.5 CPUs +${path} held back in `, 'm'));
  expect(table).toMatch(new RegExp(`^pids .* 20 +${path} refused [1-9]`, 'm'));
  const json = JSON.parse(demand(await nsview(id.slice(0, 12), '--json'), 'nsview use --json'));
  expect(question.answer.parse(json).pids.limit).toBe(20);
  const missing = await nsview('nobody');
  expect(missing.code).toBe(2);
  expect(missing.stderr).toMatch(/no container "nobody" runs/);
});

test('a reader in a container, which sees its own cgroup alone, tells the same through the engine', async ({
  dockerd,
}) => {
  await dockerd.run('--name', 'limited', ...LIMITS, 'ubuntu', 'sleep', '1d');
  const pid = await dockerd.leader('limited');
  const told = async (...args: string[]) => {
    const command = [PROGRAM, 'use', 'limited', '--json', '--docker', dockerd.endpoint, ...args];
    const said = demand(await run(process.execPath, command, { LC_ALL: 'C' }), 'nsview use');
    return question.answer.parse(JSON.parse(said));
  };
  const [direct, contained] = [await told(), await told('--reader', 'container')];
  expect(contained.unreadable).toEqual(await untold(dockerd));
  expect(contained.memory).toMatchObject({
    limitBytes: 64 * MIB,
    limitFrom: cgroupPath(pid, 'memory'),
  });
  const { takenAt: _at, cpu: _cpu, memory: _memory, network, ...rest } = direct;
  expect(contained).toMatchObject(rest);
  // What comes in meanwhile is counted as well.
  const devices = (of: typeof network) => of?.map(({ device }) => device);
  expect(devices(network)?.toSorted()).toEqual(['eth0', 'lo']);
  expect(devices(contained.network)).toEqual(devices(network));
});
