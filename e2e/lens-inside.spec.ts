import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { NamespaceType } from '@lib/model/namespace-type';
import { demand, run } from './harness/command';
import { descendants } from './harness/descendants';
import { expect, test } from './harness/fixtures';
import { openNsview } from './harness/pages';
import { until } from './harness/until';
import { linksOf } from './harness/witness';

/* What the boxes of the Lens tell of what namespaces isolate, against what the kernel says in them. */

/** Nothing but what containers have: few boxes, with room for all that is told. */
const CONTAINERS_ALONE = 'hostprocs=0';

/** Milliseconds within which what changed is seen, on a busy machine too. */
const SEEN = 30_000;

/** The box of the namespace that a process is in. */
function boxOf(page: Page, type: NamespaceType, pid: number): Locator {
  return page.locator(`[data-box="${linksOf(pid)[type]}"]`);
}

/** What a box tells of one fact. */
function fact(box: Locator, field: string): Locator {
  return box.locator(`[data-fact="${field}"]`);
}

/** What a command says in a namespace of a process. @param flag as nsenter names its type */
async function said(pid: number, flag: string, ...command: string[]): Promise<string> {
  const ran = await run('nsenter', ['-t', String(pid), flag, ...command]);
  return demand(ran, command.join(' ')).trim();
}

test('uts: the host name of each, also one that is changed while one looks', async ({
  page,
  dockerd,
  nsview,
}) => {
  const sleep = ['ubuntu', 'sleep', '1d'];
  await dockerd.run('--name', 'own', '--hostname', 'own-name', ...sleep);
  await dockerd.run('--name', 'plain', ...sleep);
  await dockerd.run('--name', 'hosts', '--uts', 'host', ...sleep);
  await openNsview(page, nsview, `view=lens&lens=uts&${CONTAINERS_ALONE}`);
  for (const name of ['own', 'plain', 'hosts']) {
    const pid = await dockerd.leader(name);
    const hostname = await said(pid, '-u', 'hostname');
    await expect(fact(boxOf(page, 'uts', pid), 'hostname'), name).toContainText(hostname);
  }
  const own = await dockerd.leader('own');
  await said(own, '-u', 'hostname', 'changed-in-there');
  await said(own, '-u', 'domainname', 'example.org');
  const box = boxOf(page, 'uts', own);
  await expect(fact(box, 'hostname')).toContainText('changed-in-there', { timeout: SEEN });
  await expect(fact(box, 'domainname')).toContainText('example.org');
  await expect(box.locator('[data-unreadable]')).toHaveCount(0);
});

test('pid: who ends with whom, and the number of a process on every level', async ({
  page,
  dockerd,
  nsview,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'c2', '--pid', 'container:c1', 'ubuntu', 'sleep', '1d');
  const pid = await dockerd.leader('c1');
  // A namespace inside of theirs, and a process in it.
  const nested = spawn('nsenter', [
    '-t',
    String(pid),
    '-p',
    'unshare',
    '-p',
    '--fork',
    '--kill-child',
    'sleep',
    '1d',
  ]);
  try {
    const { pid: entering } = nested;
    if (entering === undefined) throw new Error('nsenter did not start');
    const numbers = await until(
      'somebody has numbers on three levels',
      () =>
        descendants(entering)
          .map(numbersOf)
          .find(({ length }) => length === 3),
      5000,
    );
    await openNsview(page, nsview, 'view=lens&lens=pid&select=container:c2');
    const box = boxOf(page, 'pid', pid);
    await expect(fact(box, 'endsWith').first()).toHaveText('c2 ends with c1');
    await expect(page.getByRole('complementary')).toContainText('c2 ends with c1');
    const [host = 0, above = 0, own = 0] = numbers;
    const dot = page.locator(`[data-process="${host}"] title`);
    await expect(dot).toHaveText(
      new RegExp(`^PID ${own}: .*PID ${above} one level up, PID ${host} on the host`),
    );
  } finally {
    nested.kill('SIGKILL');
  }
});

/** The numbers of a process as the kernel has them, from the host's on. */
function numbersOf(pid: number): number[] {
  const line = /^NSpid:(.*)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';
  return line.trim().split(/\s+/).map(Number);
}

test('ipc: what there is to share, of one that has it to itself, that joins, and on the host’s', async ({
  page,
  dockerd,
  nsview,
}) => {
  const sleep = ['ubuntu', 'sleep', '1d'];
  await dockerd.run('--name', 'donor', '--ipc', 'shareable', '--shm-size', '8m', ...sleep);
  await dockerd.run('--name', 'joined', '--ipc', 'container:donor', ...sleep);
  await dockerd.run('--name', 'plain', ...sleep);
  const [donor, joined, plain] = [
    await dockerd.leader('donor'),
    await dockerd.leader('joined'),
    await dockerd.leader('plain'),
  ];
  await said(joined, '-i', 'ipcmk', '-M', '8192');
  await said(donor, '-i', 'ipcmk', '-S', '3');
  await said(donor, '-i', 'ipcmk', '-Q');
  const filled = await dockerd.cli(
    'exec',
    'joined',
    'sh',
    '-c',
    'head -c 4194304 /dev/zero > /dev/shm/half',
  );
  demand(filled, 'filling /dev/shm');
  await openNsview(page, nsview, `view=lens&lens=ipc&${CONTAINERS_ALONE}`);
  const box = boxOf(page, 'ipc', donor);
  await expect(box.locator(`[data-process="${joined}"]`)).toHaveCount(1);
  const [segment] = await rows(donor, 'shm');
  const [set] = await rows(donor, 'sem');
  const [queue] = await rows(donor, 'msg');
  await expect(fact(box, 'segment')).toContainText(keyOf(segment));
  await expect(fact(box, 'segment')).toContainText(`8.0K · uid ${segment?.[7]}`);
  await expect(fact(box, 'semaphore')).toContainText(keyOf(set));
  await expect(fact(box, 'semaphore')).toContainText(`${set?.[3]} semaphores`);
  await expect(fact(box, 'queue')).toContainText(keyOf(queue));
  await expect(fact(box, 'shmMount')).toContainText('4.0M of 8.0M');
  const other = boxOf(page, 'ipc', plain);
  for (const field of ['segments', 'semaphores', 'queues']) {
    await expect(fact(other, field)).toHaveAttribute('data-state', 'none');
  }
  // While one looks another one comes, and the first one goes.
  await said(plain, '-i', 'ipcmk', '-M', '4096');
  await said(donor, '-i', 'ipcrm', '-m', segment?.[1] ?? '');
  await expect(fact(other, 'segment')).toContainText('4.0K', { timeout: SEEN });
  await expect(fact(box, 'segments')).toHaveAttribute('data-state', 'none');
});

/** What the kernel lists in the IPC namespace of a process, without its head. */
async function rows(pid: number, kind: 'shm' | 'sem' | 'msg'): Promise<string[][]> {
  const text = await said(pid, '-i', 'cat', `/proc/sysvipc/${kind}`);
  return text
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/));
}

/** The key of a row, as ipcs(1) writes it: the kernel's number can be negative. */
function keyOf(row: readonly string[] | undefined): string {
  return `0x${(Number(row?.[0]) >>> 0).toString(16).padStart(8, '0')}`;
}

test('cgroup: what it calls its root, and where containers see themselves', async ({
  page,
  dockerd,
  nsview,
}) => {
  const sleep = ['ubuntu', 'sleep', '1d'];
  await dockerd.run('--name', 'private', '--cgroupns', 'private', ...sleep);
  await dockerd.run('--name', 'hosts', '--cgroupns', 'host', ...sleep);
  await openNsview(page, nsview, `view=lens&lens=cgroup&${CONTAINERS_ALONE}`);
  const seesItself = async (name: string) => {
    const pid = await dockerd.leader(name);
    const outside = readFileSync(`/proc/${pid}/cgroup`, 'utf8');
    const inside = await said(pid, '-C', 'cat', `/proc/${pid}/cgroup`);
    return { pid, outside: memoryPath(outside), inside: memoryPath(inside) };
  };
  const own = await seesItself('private');
  expect(own.inside).toBe('/');
  const box = boxOf(page, 'cgroup', own.pid);
  await expect(fact(box, 'root')).toContainText(idIn(own.outside));
  await expect(fact(box, 'path')).toHaveText(/sees itself at\s*\/$/);
  const shared = await seesItself('hosts');
  const hosts = boxOf(page, 'cgroup', shared.pid);
  await expect(fact(hosts, 'root')).toHaveText(/its \/ is\s*\/$/);
  expect(shared.inside).toBe(shared.outside);
  await expect(fact(hosts, 'path').filter({ hasText: 'hosts' })).toContainText(idIn(shared.inside));
});

/** The id of a container at the end of a path, as engines shorten it. */
function idIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).slice(0, 12);
}

/** Where a process is among the limits of memory. */
function memoryPath(lines: string): string {
  const line = lines.split('\n').find((each) => /^\d+:(memory|):/.test(each));
  return line?.split(':').slice(2).join(':') ?? '';
}

test('time: clocks that are shifted, as durations', async ({ page, nsview }) => {
  const shifted = spawn('unshare', [
    '-T',
    '--fork',
    '--kill-child',
    '--boottime',
    '90061',
    'sleep',
    '1d',
  ]);
  try {
    const { pid: unsharing } = shifted;
    if (unsharing === undefined) throw new Error('unshare did not start');
    const pid = await until('it sleeps', () => descendants(unsharing)[0], 5000);
    const uptime = (text: string) => Number(text.split(' ')[0]);
    const [there, here] = [
      uptime(await said(pid, '-T', 'cat', '/proc/uptime')),
      uptime(readFileSync('/proc/uptime', 'utf8')),
    ];
    expect(Math.abs(there - here - 90_061)).toBeLessThan(10);
    await openNsview(page, nsview, 'view=lens&lens=time');
    const box = boxOf(page, 'time', pid);
    await expect(fact(box, 'boottimeNs')).toContainText('1 day 01:01:01 ahead');
    await expect(fact(box, 'monotonicNs')).toHaveAttribute('data-state', 'none');
  } finally {
    shifted.kill('SIGKILL');
  }
});
