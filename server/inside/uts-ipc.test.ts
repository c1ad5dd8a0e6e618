import { readFileSync } from 'node:fs';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { ipcInsideSchema } from '@lib/inside/ipc';
import { Below } from '../below/below';
import { createEnter } from '../enter/enter';
import type { Door } from '../enter/visit';
import { ProcRoot } from '../proc/read';
import { readIpc } from './ipc';
import { asleepIn, end, endAll, namespaceOf, saidIn } from './testing/places';
import { readUts } from './uts';

/* Namespaces that the test makes, against what others tell in them. */

const isRoot = process.getuid?.() === 0;

const proc = new ProcRoot('/proc');
const enter = createEnter('/proc');
afterEach(endAll);
const below = new Below(proc);
afterAll(() => Promise.all([below.close(), enter.close()]));

const doorOf = (pid: number, type: 'uts' | 'ipc'): Door => ({
  pid,
  namespace: namespaceOf(pid, type),
});

describe('names', () => {
  it.skipIf(!isRoot)('are those of now, in there alone (needs root)', async () => {
    const { pid } = await asleepIn('--uts');
    const door = doorOf(pid, 'uts');
    expect(await readUts(enter, door)).toMatchObject({ domainname: '(none)' });
    saidIn(pid, ['-u'], 'hostname', 'named-inside');
    saidIn(pid, ['-u'], 'sh', '-c', 'echo 例.test > /proc/sys/kernel/domainname');
    expect(await readUts(enter, door)).toEqual({
      type: 'uts',
      hostname: saidIn(pid, ['-u'], 'hostname').trim(),
      domainname: '例.test',
      unreadable: {},
    });
    expect(readFileSync('/proc/sys/kernel/hostname', 'utf8')).not.toBe('named-inside\n');
  });

  it.skipIf(!isRoot)('are not told where the process is gone (needs root)', async () => {
    const child = await asleepIn('--uts');
    const door = doorOf(child.pid, 'uts');
    await end(child);
    expect(await readUts(enter, door)).toEqual({
      type: 'uts',
      hostname: null,
      domainname: null,
      unreadable: { hostname: 'ESRCH', domainname: 'ESRCH' },
    });
  });

  it('of one’s own need no right to enter', async () => {
    const door = doorOf(process.pid, 'uts');
    // So that the thread is there.
    await readUts(enter, door);
    if (isRoot) process.seteuid?.('nobody');
    const own = await readUts(enter, door).finally(() => {
      if (isRoot) process.seteuid?.(0);
    });
    expect(own.unreadable).toEqual({});
    expect(own.hostname).toBe(readFileSync('/proc/sys/kernel/hostname', 'utf8').trim());
  });
});

describe.skipIf(!isRoot)('what processes share by IPC (needs root)', () => {
  it('is what ipcs tells in there', async () => {
    const { pid } = await asleepIn('--ipc', '--mount');
    saidIn(pid, ['-m'], 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'shm', '/dev/shm');
    saidIn(pid, ['-m'], 'sh', '-c', 'head -c 8192 /dev/zero > /dev/shm/file');
    for (const made of [['-M', '4096'], ['-M', '12288'], ['-S', '5'], ['-Q']]) {
      saidIn(pid, ['-i'], 'ipcmk', ...made);
    }
    const inside = await readIpc({ enter, proc, below }, doorOf(pid, 'ipc'));
    expect(ipcInsideSchema.safeParse(inside).success).toBe(true);
    const told = (kind: string, columns: number[]) =>
      saidIn(pid, ['-i'], 'ipcs', kind)
        .split('\n')
        .filter((line) => line.startsWith('0x'))
        .map((line) => line.split(/ +/))
        .map((fields) => columns.map((column) => fields[column]));
    // Key, id, permissions; then bytes and how often attached, or how many.
    const text = (...values: unknown[]) => values.map(String);
    expect(inside.segments).toHaveLength(2);
    expect(
      inside.segments?.map((each) => text(each.key, each.id, each.mode, each.bytes, each.attached)),
    ).toEqual(told('-m', [0, 1, 3, 4, 5]));
    expect(
      inside.semaphores?.map((each) => text(each.key, each.id, each.mode, each.count)),
    ).toEqual(told('-s', [0, 1, 3, 4]));
    expect(
      inside.queues?.map((each) => text(each.key, each.id, each.mode, each.bytes, each.messages)),
    ).toEqual(told('-q', [0, 1, 3, 4, 5]));
    expect(inside.shmMount).toEqual({ sizeBytes: 1024 * 1024, usedBytes: 8192 });
    expect(inside.unreadable).toEqual({});

    const here = await readIpc({ enter, proc, below }, doorOf(process.pid, 'ipc'));
    const keys = new Set(inside.segments?.map(({ key }) => key));
    expect(here.segments?.filter(({ key }) => keys.has(key))).toEqual([]);
  });

  it('does not follow a link out of its root to /dev/shm', async () => {
    const { pid } = await asleepIn('--ipc', '--mount');
    const shm = async () => readIpc({ enter, proc, below }, doorOf(pid, 'ipc'));
    saidIn(pid, ['-m'], 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'shm', '/dev/shm');
    expect((await shm()).shmMount?.sizeBytes).toBe(1024 * 1024);
    saidIn(pid, ['-m'], 'mount', '-t', 'tmpfs', 'cover', '/dev');
    saidIn(pid, ['-m'], 'mkdir', '/dev/shm');
    expect(await shm()).toMatchObject({ shmMount: null, unreadable: {} });
    saidIn(pid, ['-m'], 'rmdir', '/dev/shm');
    saidIn(pid, ['-m'], 'ln', '-s', '/tmp', '/dev/shm');
    expect(await shm()).toMatchObject({ shmMount: null, unreadable: { shmMount: 'ENOTDIR' } });
  });

  it('is not told where the process is gone', async () => {
    const child = await asleepIn('--ipc');
    const door = doorOf(child.pid, 'ipc');
    await end(child);
    expect(await readIpc({ enter, proc, below }, door)).toEqual({
      type: 'ipc',
      segments: null,
      semaphores: null,
      queues: null,
      shmMount: null,
      unreadable: { segments: 'ESRCH', semaphores: 'ESRCH', queues: 'ESRCH', shmMount: 'ESRCH' },
    });
  });
});
