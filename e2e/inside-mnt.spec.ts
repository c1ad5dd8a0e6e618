import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { MountInside } from '@lib/inside/mnt';
import { freshSnapshot } from './harness/api';
import { demand, mustRun, run } from './harness/command';
import { expect, test } from './harness/fixtures';
import { insideOf } from './harness/inside';
import { openNsview } from './harness/pages';
import { until } from './harness/until';
import { linksOf } from './harness/witness';

/* What mount namespaces isolate, against what findmnt says of them. */

const COLUMNS = 'id,parent,target,fsroot,fstype,source,vfs-options,fs-options,propagation';
const listed = z.object({ filesystems: z.array(z.record(z.string(), z.unknown())) });

/** The mounts that findmnt tells of, each as text, in no order. */
async function witnessed(pid: number): Promise<Set<string>> {
  const said = await mustRun('findmnt', ['-J', '-l', '-v', '-N', String(pid), '-o', COLUMNS]);
  const { filesystems } = listed.parse(JSON.parse(said));
  const columns = COLUMNS.split(',');
  return new Set(
    filesystems.map((row) => JSON.stringify(columns.map((name) => String(row[name])))),
  );
}

/** What nsview tells, in findmnt's words. */
function asWitnessed(mounts: readonly MountInside[]): Set<string> {
  return new Set(
    mounts.map((mount) =>
      JSON.stringify([
        String(mount.id),
        String(mount.parent),
        mount.target,
        mount.deleted ? `${mount.root}//deleted` : mount.root,
        mount.fs,
        mount.source,
        mount.options.join(','),
        mount.fsOptions.join(','),
        propagationSaid(mount.propagation),
      ]),
    ),
  );
}

/** `shared:1,slave:2` as findmnt says it, which leaves out the numbers of groups. */
function propagationSaid(propagation: string): string {
  const others = propagation
    .split(',')
    .map((word) => word.replace(/:.*/, ''))
    .filter((word) => !['from', 'shared', 'private'].includes(word));
  return [propagation.startsWith('shared') ? 'shared' : 'private', ...others].join(',');
}

async function mountsOf(...of: Parameters<typeof insideOf>): Promise<MountInside[]> {
  const told = await insideOf(...of);
  if (told.type !== 'mnt' || told.mounts === null) throw new Error(JSON.stringify(told));
  return told.mounts;
}

const identity = (path: string) => {
  const { dev, ino } = statSync(path, { bigint: true });
  return `${dev}:${ino}`;
};

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nsv-mnt-'));
  mkdirSync(join(folder, 'site'));
  writeFileSync(join(folder, 'file'), 'x');
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('mounts, of every kind of container and of the host', async ({ dockerd, nsview }) => {
  const sleep = ['ubuntu', 'sleep', '1d'];
  const bound = ['-v', `${folder}/site:/www:ro`, '-v', `${folder}/file:/one file`];
  await dockerd.run('--name', 'alone', ...sleep);
  await dockerd.run('--name', 'joined', '--pid', 'container:alone', '--ipc', 'host', ...sleep);
  await dockerd.run('--name', 'readonly', '--read-only', '--net', 'host', ...sleep);
  await dockerd.run('--name', 'memory', '--tmpfs', '/scratch:size=1m', ...sleep);
  await dockerd.run('--name', 'volumes', '-v', 'kept:/data', '-v', '/nameless', ...sleep);
  await dockerd.run('--name', 'second', '-v', 'kept:/also:ro', ...sleep);
  await dockerd.run('--name', 'binds', ...bound, ...sleep);
  await dockerd.run('--name', 'spread', '-v', `${folder}/site:/there`, ...sleep);
  await dockerd.run('--name', 'covered', '-v', 'kept:/data', ...sleep);
  const covered = await dockerd.leader('covered');
  const enter = ['-t', String(covered), '-m'];
  await mustRun('nsenter', [...enter, 'mount', '-t', 'tmpfs', 'above', '/data']);
  const spread = ['-t', String(await dockerd.leader('spread')), '-m', 'mount'];
  await mustRun('nsenter', [...spread, '--make-shared', '/there']);
  await mustRun('nsenter', [...spread, '--bind', '/there', '/tmp']);
  await mustRun('nsenter', [...spread, '--make-slave', '/tmp']);
  await freshSnapshot(nsview);

  const leaders = new Map<string, number>();
  for (const name of [
    ...['alone', 'joined', 'readonly', 'memory', 'volumes', 'second', 'binds', 'spread'],
    'covered',
  ]) {
    leaders.set(name, await dockerd.leader(name));
  }
  leaders.set('the host', dockerd.pid);
  const at = async (name: string, target: string) => {
    const all = await mountsOf(nsview, 'mnt', leaders.get(name) ?? 0);
    return all.filter((each) => each.target === target);
  };
  for (const [name, pid] of leaders) {
    const told = await insideOf(nsview, 'mnt', pid);
    expect(told, name).toMatchObject({ root: '/', unreadable: {} });
    const mounts = await mountsOf(nsview, 'mnt', pid);
    // On the host others mount as well.
    if (name !== 'the host') expect(asWitnessed(mounts), name).toEqual(await witnessed(pid));
    // Where the host has what is mounted, it is the same.
    const found = mounts.filter(({ hidden, hostPath }) => hostPath !== null && !hidden);
    expect(found.length, name).toBeGreaterThan(2);
    if (name === 'the host') continue;
    for (const { target, hostPath } of found) {
      expect(identity(`/proc/${pid}/root${target}`), `${name} ${target}`).toBe(
        identity(`/proc/${dockerd.pid}/root${hostPath ?? ''}`),
      );
    }
  }
  await expect
    .poll(async () => {
      const [ours, theirs] = [
        await mountsOf(nsview, 'mnt', dockerd.pid),
        await witnessed(dockerd.pid),
      ];
      return [...asWitnessed(ours)].sort().join('\n') === [...theirs].sort().join('\n');
    })
    .toBe(true);

  const where = (name: string) =>
    mustRun('docker', [
      ...['-H', dockerd.endpoint, 'volume', 'inspect', '-f', '{{.Mountpoint}}', name],
    ]).then((text) => text.trim());
  const kept = await where('kept');
  expect(await at('volumes', '/data')).toMatchObject([{ kind: 'volume', hostPath: kept }]);
  expect(await at('second', '/also')).toMatchObject([{ kind: 'volume', hostPath: kept }]);
  expect(await at('volumes', '/nameless')).toMatchObject([{ kind: 'volume' }]);
  expect(await at('binds', '/www')).toMatchObject([
    { kind: 'bind', hostPath: join(folder, 'site'), options: expect.arrayContaining(['ro']) },
  ]);
  expect(await at('binds', '/one file')).toMatchObject([
    { kind: 'bind', hostPath: join(folder, 'file') },
  ]);
  expect(await at('memory', '/scratch')).toMatchObject([{ kind: 'tmpfs', hostPath: null }]);
  const [[there], [slave]] = [await at('spread', '/there'), await at('spread', '/tmp')];
  expect(there?.propagation).toMatch(/^shared:\d+$/);
  expect(slave?.propagation).toBe(there?.propagation.replace('shared', 'slave'));
  expect((await at('readonly', '/'))[0]?.options).toContain('ro');
  expect((await at('alone', '/etc/hosts'))[0]?.kind).toBe('engine');
  expect(await at('covered', '/data')).toMatchObject([
    { kind: 'volume', hidden: true },
    { kind: 'tmpfs', source: 'above', hidden: false },
  ]);
  const kinds = (await mountsOf(nsview, 'mnt', leaders.get('alone') ?? 0)).map(({ kind }) => kind);
  // As runc masks them and makes them read-only: Docker says which in the container's configuration.
  const paths = async (list: string) => {
    const format = `{{json .HostConfig.${list}}}`;
    const said = demand(await dockerd.cli('inspect', '-f', format, 'alone'), 'docker inspect');
    return z.array(z.string()).parse(JSON.parse(said));
  };
  const here = (path: string) => run('test', ['-e', `/proc/${leaders.get('alone')}/root${path}`]);
  const given = async (list: string) => {
    const tried = await Promise.all((await paths(list)).map(here));
    return tried.filter(({ code }) => code === 0).length;
  };
  expect(kinds.filter((kind) => kind === 'masked')).toHaveLength(await given('MaskedPaths'));
  expect(kinds.filter((kind) => kind === 'readonly')).toHaveLength(await given('ReadonlyPaths'));
});

// Where its folder is in an overlay itself, a daemon copies images without being told to.
for (const options of [{}, { storageDriver: 'vfs' }] as const) {
  test(`of layers, as many as the overlay has lower directories ${JSON.stringify(options)}`, async ({
    ownDockerd,
    ownNsview,
  }) => {
    const dockerd = await ownDockerd(options);
    await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
    const nsview = await ownNsview({ docker: dockerd.endpoint });
    await freshSnapshot(nsview);
    const format = '{{.GraphDriver.Name}} {{.GraphDriver.Data.LowerDir}}';
    const [driver, folders = ''] = demand(
      await dockerd.cli('inspect', '-f', format, 'c1'),
      'docker inspect',
    ).split(' ');
    const [root] = await mountsOf(nsview, 'mnt', await dockerd.leader('c1'));
    const layers = driver === 'overlay2' ? folders.split(':').length : null;
    expect(root).toMatchObject({ kind: 'root', layers });
  });
}

test('a process that is locked into a part does not stand for the whole', async ({
  dockerd,
  nsview,
}) => {
  // It is number 1, and in a part; the other comes later and is not.
  const script = 'mkdir /jail && cp -r /bin /jail && exec chroot /jail sleep 1d';
  await dockerd.run('--name', 'locked', 'ubuntu', 'sh', '-c', script);
  const pid = await dockerd.leader('locked');
  await until('it is locked', () => readlinkSync(`/proc/${pid}/root`) === '/jail', 5000);
  await freshSnapshot(nsview);
  expect(await insideOf(nsview, 'mnt', pid)).toMatchObject({ root: '/jail' });
  const other = spawn('nsenter', ['-t', String(pid), '-m', 'sleep', '600'], { stdio: 'ignore' });
  try {
    await until(
      'the other is in there',
      () => linksOf(other.pid ?? 0).mnt === linksOf(pid).mnt,
      5000,
    );
    await freshSnapshot(nsview);
    expect(await insideOf(nsview, 'mnt', pid)).toMatchObject({
      root: '/',
      through: `pid ${other.pid}`,
    });
    expect(asWitnessed(await mountsOf(nsview, 'mnt', pid))).toEqual(
      await witnessed(other.pid ?? 0),
    );
  } finally {
    other.kill('SIGKILL');
  }
});

test('the page shows them as a table, and what is dangerous about them', async ({
  page,
  dockerd,
  nsview,
}) => {
  const socket = ['-v', `${dockerd.socket}:/docker.sock:ro`, '-v', '/:/host:ro'];
  await dockerd.run('--name', 'c1', ...socket, '-v', 'kept:/data', 'ubuntu', 'sleep', '1d');
  const pid = await dockerd.leader('c1');
  const inThere = ['-t', String(pid), '-m'];
  await mustRun('nsenter', [...inThere, 'mount', '-t', 'tmpfs', 'above', '/data']);
  await freshSnapshot(nsview);
  await openNsview(page, nsview, `view=lens&lens=mnt&select=namespace:${linksOf(pid).mnt}`);
  const inside = page.locator('[data-inside="mnt"]');
  const rowAt = (target: string) => inside.locator(`tr[data-mount="${target}"]`);
  await expect(rowAt('/')).toHaveAttribute('data-kind', 'root');
  await expect(rowAt('/docker.sock')).toHaveAttribute('data-danger', 'engine');
  await expect(rowAt('/docker.sock')).toContainText(dockerd.socket);
  await expect(rowAt('/docker.sock')).toContainText('ro');
  await expect(rowAt('/host').first()).toHaveAttribute('data-danger', 'whole');
  await expect(inside).toContainText(`${dockerd.socket}: who may talk to it is root on the host`);
  await expect(inside).toContainText('all of the host’s files may be read from inside');
  const [below, above] = [rowAt('/data').first(), rowAt('/data').nth(1)];
  await expect(below.locator('s')).toHaveText('/data');
  await expect(below).toContainText('something else lies over it');
  await expect(above).toContainText('in memory');
  await expect(above.locator('s')).toHaveCount(0);
  // Folded, and counted.
  await expect(inside.getByText(/\d+ paths are masked/)).toBeVisible();
  await expect(inside.locator('[data-kind="masked"]').first()).toBeHidden();
  await inside.getByText(/\d+ paths are masked/).click();
  await expect(inside.locator('[data-kind="masked"]').first()).toBeVisible();

  await openNsview(
    page,
    nsview,
    `lang=zh-CN&view=lens&lens=mnt&select=namespace:${linksOf(pid).mnt}`,
  );
  await expect(inside).toContainText('谁能与它通信，谁就等于宿主机上的 root');
});

test('thousands of mounts with names that break lines mislead nobody', async ({
  page,
  dockerd,
  nsview,
}) => {
  await dockerd.run('--name', 'many', 'ubuntu', 'sleep', '1d');
  const pid = await dockerd.leader('many');
  const name = 'a\n99 98\t<b>\\040#';
  const source = 'x rw\n99 98 0:1 / /etc/shadow rw - ext4 x rw';
  const within = `
    mount -t tmpfs many /tmp; cd /tmp
    mkdir "$1"; mount -t tmpfs "$2" "$1"
    mkdir m; cd m; mount -t tmpfs m .; cd ../m
    for n in 1 2 3 4 5 6 7 8 9 10 11 12; do mkdir $n; done
    for n in 1 2 3 4 5 6 7 8 9 10 11 12; do mount --rbind . $n; done`;
  await mustRun('nsenter', ['-t', String(pid), '-m', 'sh', '-ec', within, 'sh', name, source]);
  await freshSnapshot(nsview);
  const mounts = await mountsOf(nsview, 'mnt', pid);
  expect(mounts.length).toBeGreaterThan(4000);
  expect(mounts.filter(({ target }) => target === `/tmp/${name}`)).toMatchObject([
    { fs: 'tmpfs', source },
  ]);
  expect(mounts.filter(({ target }) => target === '/etc/shadow')).toEqual([]);
  expect(asWitnessed(mounts)).toEqual(await witnessed(pid));
  await openNsview(page, nsview, `select=namespace:${linksOf(pid).mnt}`);
  const inside = page.locator('[data-inside="mnt"]');
  await expect(inside.getByText(/… and \d{4} more/)).toBeVisible();
  expect(await inside.locator('tbody tr').count()).toBeLessThan(300);
});
