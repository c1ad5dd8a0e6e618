import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { freshSnapshot } from './harness/api';
import { descendants } from './harness/descendants';
import { demand, run } from './harness/command';
import { expect, test } from './harness/fixtures';
import { insideOf } from './harness/inside';
import { PROGRAM } from './harness/program';
import { until } from './harness/until';
import { linksOf } from './harness/witness';

/* What namespaces isolate, against what the kernel says to somebody in them. */

/** `/proc/PID/uid_map` or `gid_map`, as numbers. */
function mapOf(pid: number, file: string): number[][] {
  return readFileSync(`/proc/${pid}/${file}`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
}

test('pid: who is number 1, how deep it is, and who ends with it', async ({ dockerd, nsview }) => {
  const c1 = await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  const c2 = await dockerd.run('--name', 'c2', '--pid', 'container:c1', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'c3', 'ubuntu', 'sleep', '1d');
  await freshSnapshot(nsview);
  const leader = await dockerd.leader('c1');
  expect(await insideOf(nsview, 'pid', leader)).toMatchObject({
    init: leader,
    levels: 1,
    endsWith: [c2],
    unreadable: {},
  });
  // So it is.
  demand(await dockerd.cli('kill', c1), 'docker kill');
  await until(
    'c2 has ended as well',
    async () => {
      const { stdout } = await dockerd.cli('ps', '--quiet', '--no-trunc');
      return !stdout.includes(c2) && !stdout.includes(c1);
    },
    10_000,
  );
});

test('user: the maps are what the files say, and root inside is nobody of the host', async ({
  remapped: { dockerd, nsview },
}) => {
  await dockerd.run('--name', 'mapped', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'plain', '--userns', 'host', 'ubuntu', 'sleep', '1d');
  await freshSnapshot(nsview);
  for (const name of ['mapped', 'plain']) {
    const leader = await dockerd.leader(name);
    expect(await insideOf(nsview, 'user', leader), name).toMatchObject({
      uidMap: mapOf(leader, 'uid_map'),
      gidMap: mapOf(leader, 'gid_map'),
      setgroups: readFileSync(`/proc/${leader}/setgroups`, 'utf8').trim(),
      unreadable: {},
    });
  }
  // Number 0 has a name in there; the one that it is outside has none, for no user is given those.
  const root = async (name: string) => insideOf(nsview, 'user', await dockerd.leader(name));
  expect(await root('mapped')).toMatchObject({ names: { inside: { 0: 'root' }, outside: {} } });
  expect(await root('plain')).toMatchObject({
    names: { inside: { 0: 'root' }, outside: { 0: 'root' } },
  });
  // The kernel's own word on the same: the uid of its process, from inside and from outside.
  const leader = await dockerd.leader('mapped');
  const uid = /^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${leader}/status`, 'utf8'))?.[1];
  const within = await run('nsenter', [
    '-t',
    String(leader),
    '-U',
    'cat',
    `/proc/${leader}/status`,
  ]);
  expect(/^Uid:\s+(\d+)/m.exec(within.stdout)?.[1]).toBe('0');
  const told = await insideOf(nsview, 'user', leader);
  const [first] = told.type === 'user' ? (told.uidMap ?? []) : [];
  expect(first?.slice(0, 2)).toEqual([0, Number(uid)]);
  expect(Number(uid)).toBeGreaterThan(0);
});

test('cgroup: its root is what it calls /', async ({ dockerd, nsview }) => {
  await dockerd.run('--name', 'apart', '--cgroupns', 'private', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'together', '--cgroupns', 'host', 'ubuntu', 'sleep', '1d');
  // All of the machine's cgroups are mounted in there, and its root is another all the same.
  const bind = ['--volume', '/sys/fs/cgroup:/sys/fs/cgroup:ro'];
  await dockerd.run('--name', 'bound', '--cgroupns', 'private', ...bind, 'ubuntu', 'sleep', '1d');
  await freshSnapshot(nsview);
  const seen = (text: string) => text.split('\n').map((line) => line.replace(/^[^:]*:[^:]*:/, ''));
  for (const name of ['apart', 'bound']) {
    const pid = await dockerd.leader(name);
    const outside = seen(readFileSync(`/proc/${pid}/cgroup`, 'utf8'));
    const entered = await run('nsenter', ['-t', String(pid), '-C', 'cat', `/proc/${pid}/cgroup`]);
    const told = await insideOf(nsview, 'cgroup', pid);
    const root = told.type === 'cgroup' ? told.root : null;
    // What it calls / is that path outside, in each hierarchy that it has a place of its own in.
    const own = seen(entered.stdout).flatMap((path, nth) => (path === '/' ? [outside[nth]] : []));
    expect(own, name).toContain(root);
    expect(root, name).not.toBe('/');
  }
  expect(await insideOf(nsview, 'cgroup', await dockerd.leader('together'))).toMatchObject({
    root: '/',
  });
});

test('ipc and uts: what ipcs and hostname say in every kind of container', async ({
  dockerd,
  nsview,
}) => {
  const sleep = ['ubuntu', 'sleep', '1d'];
  await dockerd.run('--name', 'alone', '--hostname', 'by-name', ...sleep);
  await dockerd.run('--name', 'donor', '--ipc', 'shareable', ...sleep);
  await dockerd.run('--name', 'joined', '--ipc', 'container:donor', ...sleep);
  await dockerd.run('--name', 'hosts', '--ipc', 'host', '--uts', 'host', ...sleep);
  const said = async (name: string, ...command: string[]) => {
    const pid = String(await dockerd.leader(name));
    return demand(await run('nsenter', ['-t', pid, ...command]), command.join(' '));
  };
  await said('alone', '-i', 'ipcmk', '-M', '4096');
  await said('joined', '-i', 'ipcmk', '-M', '12288');
  await said('joined', '-i', 'ipcmk', '-Q');
  // Renamed after its start, which the engine does not know.
  await said('donor', '-u', 'hostname', 'renamed');
  await freshSnapshot(nsview);
  for (const name of ['alone', 'donor', 'joined', 'hosts']) {
    const pid = await dockerd.leader(name);
    const ipc = await insideOf(nsview, 'ipc', pid);
    if (ipc.type !== 'ipc') throw new Error(ipc.type);
    const rows = (text: string) =>
      text.split('\n').flatMap((line) => (line.startsWith('0x') ? [line.split(/\s+/)] : []));
    const segments = rows(await said(name, '-i', 'ipcs', '-m'));
    expect(ipc.unreadable, name).toEqual({});
    expect(ipc.segments?.map(({ id, bytes }) => [id, bytes]).sort(), name).toEqual(
      segments.map(([, id, , , bytes]) => [Number(id), Number(bytes)]).sort(),
    );
    const queues = rows(await said(name, '-i', 'ipcs', '-q'));
    expect(ipc.queues?.map(({ id }) => id).sort(), name).toEqual(
      queues.map(([, id]) => Number(id)).sort(),
    );
    expect(await insideOf(nsview, 'uts', pid), name).toMatchObject({
      hostname: (await said(name, '-u', 'hostname')).trim(),
      unreadable: {},
    });
  }
  const segments = async (name: string) => {
    const told = await insideOf(nsview, 'ipc', await dockerd.leader(name));
    return told.type === 'ipc' ? told.segments?.map(({ bytes }) => bytes) : null;
  };
  expect(await segments('alone')).toEqual([4096]);
  expect(await segments('donor')).toEqual([12288]);
});

test('time: how far its clocks are ahead', async ({ nsview }) => {
  test.skip(!existsSync('/proc/self/ns/time'), 'this kernel has no time namespaces');
  const ahead = ['--time', '--boottime', '86400', '--monotonic', '7'];
  const child = spawn('unshare', [...ahead, '--fork', 'sleep', '600'], { stdio: 'ignore' });
  try {
    const pid = await until(
      'it sleeps',
      () => {
        const { pid: forks = 0 } = child;
        return descendants(forks).find(
          (each) => readFileSync(`/proc/${each}/comm`, 'utf8') === 'sleep\n',
        );
      },
      5000,
    );
    await freshSnapshot(nsview);
    expect(await insideOf(nsview, 'time', pid)).toMatchObject({
      monotonicNs: '7000000000',
      boottimeNs: '86400000000000',
      unreadable: {},
    });
    const uptime = async (...command: string[]) =>
      Number(
        (await run(command[0] ?? '', [...command.slice(1), 'cat', '/proc/uptime'])).stdout.split(
          ' ',
        )[0],
      );
    const outside = await uptime('env');
    const within = await uptime('nsenter', '-t', String(pid), '-T', '--');
    expect(Math.abs(within - outside - 86400)).toBeLessThan(60);
  } finally {
    child.kill('SIGKILL');
  }
});

test('what cannot be asked, or is gone, is said by its status', async ({ nsview }) => {
  const status = async (path: string) =>
    (await fetch(`${nsview.url}/api/v1/inside/${path}`)).status;
  expect(await status(linksOf('self').user)).toBe(200);
  expect(await status(encodeURIComponent(linksOf('self').user))).toBe(200);
  expect(await status(linksOf('self').mnt)).toBe(200);
  expect(await status('user:1')).toBe(404);
  expect(await status('pod:1')).toBe(400);
  expect(await status('%ff')).toBe(400);
  expect(await status('')).toBe(400);
});

test('nsview inside: each namespace of a container, as the API tells it', async ({
  dockerd,
  nsview,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  await freshSnapshot(nsview);
  const pid = await dockerd.leader('c1');
  const command = (...args: string[]) =>
    run(process.execPath, [PROGRAM, 'inside', ...args, '--docker', dockerd.endpoint]);
  const untimed = (told: unknown): unknown =>
    JSON.parse(JSON.stringify(told, (key, value: unknown) => (key === 'takenAt' ? null : value)));

  const whole = await command('c1', '--json');
  expect(whole.code).toBe(0);
  const printed: unknown = JSON.parse(whole.stdout);
  const types = ['pid', 'net', 'mnt', 'user', 'ipc', 'uts', 'cgroup', 'time'] as const;
  const told = await Promise.all(
    types.map(async (type) => [linksOf(pid)[type], await insideOf(nsview, type, pid)] as const),
  );
  expect(untimed(printed)).toEqual(untimed(Object.fromEntries(told)));

  const some = await command('c1', '--type', 'pid,uts');
  expect(some.code).toBe(0);
  expect(some.stdout.match(/^[a-z]+:\[\d+\]$/gm)).toEqual(
    (['pid', 'uts'] as const).map((type) => linksOf(pid)[type].replace(/:(\d+)/, ':[$1]')),
  );

  // So is what is not there.
  expect((await command('user:1')).code).toBe(1);
  const nobody = await command('nobody');
  expect(nobody.code).toBe(2);
  expect(nobody.stderr).toContain('"nobody"');
});
