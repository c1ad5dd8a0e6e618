import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endAll, mountWorld } from '../inside/testing/mount-world';
import { ProcRoot } from '../proc/read';
import { builtProgram } from '../proc/testing/built';
import { canBeSilent, silentMount } from '../proc/testing/silent-mount';
import { Below, type Limits } from './below';
import { Helper } from './helper';

const proc = new ProcRoot('/proc');
const LIMIT = 1024;
const LATE = { value: null, reason: 'ETIMEDOUT' };
const told = (value: string) => ({ value, reason: null });

const built = builtProgram('helper-program');

/** What waits for nothing that answers at once, and how many helpers it has started. */
let belows: Below[] = [];
let helpers = 0;
function make(limits: Partial<Limits> = {}): Below {
  const start = () => {
    helpers += 1;
    return new Helper(
      fork(built, {
        execArgv: [],
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      }),
    );
  };
  const below = new Below(proc, start, { patience: 300, again: 600_000, left: 4, ...limits });
  belows.push(below);
  return below;
}
/** A process in whose root /etc/x says `word`. */
const worldOf = (word: string) =>
  mountWorld(`mount -t tmpfs etc /etc; echo ${word} > /etc/x; mount -t tmpfs shm /dev/shm`);

const silences: ChildProcess[] = [];
async function silence(...args: Parameters<typeof silentMount>): Promise<ChildProcess> {
  const child = await silentMount(...args);
  silences.push(child);
  return child;
}
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

beforeEach(() => {
  belows = [];
  helpers = 0;
});
afterEach(async () => {
  for (const child of silences.splice(0)) await end(child);
  for (const below of belows) await below.close();
  await endAll();
});

it('a helper that ended is another next time', async () => {
  const children: ChildProcess[] = [];
  const below = new Below(proc, () => {
    const child = fork(built, { execArgv: [] });
    children.push(child);
    return new Helper(child);
  });
  belows.push(below);
  expect((await below.file(process.pid, '/etc/passwd', LIMIT * LIMIT)).reason).toBeNull();
  const [first = expect.fail('none was started')] = children;
  first.kill('SIGSTOP');
  const asked = below.file(process.pid, '/etc/passwd', LIMIT * LIMIT);
  await expect.poll(() => first.connected).toBe(true);
  await end(first);
  expect(await asked).toEqual({ value: null, reason: 'ECANCELED' });
  expect((await below.file(process.pid, '/etc/passwd', LIMIT * LIMIT)).reason).toBeNull();
  expect(children).toHaveLength(2);
});

it('waits for one that stood still together with us, as where a machine is paused', async () => {
  const child = fork(built, { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const patience = 1000;
  const below = new Below(proc, () => new Helper(child), { patience, again: 600_000, left: 4 });
  belows.push(below);
  const ask = () => below.file(process.pid, '/etc/passwd', LIMIT * LIMIT);
  expect((await ask()).reason).toBeNull();
  child.kill('SIGSTOP');
  const asked = ask();
  for (let turn = 0; turn < 5; turn += 1) await setImmediate();
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, patience + 200);
  child.kill('SIGCONT');
  expect((await asked).reason).toBeNull();
});

const LOST = { value: null, reason: 'ECANCELED' };

it.each<[string, () => Helper]>([
  ['whose program is not there', () => new Helper(fork('/nowhere', { silent: true }))],
  [
    'that the system lets nobody start: fork(2) throws',
    () => {
      throw Object.assign(new Error('spawn EPERM'), { code: 'EPERM', syscall: 'spawn' });
    },
  ],
])('a helper %s tells nothing, however often it is asked', async (_, start) => {
  const below = new Below(proc, start);
  belows.push(below);
  expect(await below.file(process.pid, '/etc/passwd', LIMIT)).toEqual(LOST);
  expect(await below.shm(process.pid)).toEqual(LOST);
});

it('has a helper before it is asked, once', async () => {
  const below = make();
  below.prepare();
  below.prepare();
  expect(helpers).toBe(1);
  expect((await below.file(process.pid, '/etc/passwd', LIMIT * LIMIT)).reason).toBeNull();
  expect(helpers).toBe(1);
  await below.close();
  below.prepare();
  expect(helpers).toBe(1);
});

it('is closed when its helper is gone', async () => {
  const child = fork(built, { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const below = new Below(proc, () => new Helper(child));
  expect((await below.file(process.pid, '/etc/passwd', LIMIT * LIMIT)).reason).toBeNull();
  expect(existsSync(`/proc/${child.pid}`)).toBe(true);
  await below.close();
  expect(existsSync(`/proc/${child.pid}`)).toBe(false);
});

it('one that was closed tells nothing', async () => {
  const below = make();
  await below.close();
  expect(await below.shm(process.pid)).toEqual(LOST);
});

describe.skipIf(!canBeSilent())('a file system that never answers (root and /dev/fuse)', () => {
  it.each(['takes', 'ignores'] as const)(
    'that %s questions keeps nobody from others, and is left alone',
    async (way) => {
      const [bad, good] = [await worldOf('bad'), await worldOf('good')];
      await silence(bad, '/etc/x', way);
      const below = make();
      const asked = [bad, good, bad].map((pid) => below.file(pid, '/etc/x', LIMIT));
      expect(await Promise.all(asked)).toEqual([LATE, told('good\n'), LATE]);
      expect(await below.file(bad, '/etc/hostname', LIMIT)).toEqual(LATE);
      expect(await below.shm(good)).toMatchObject({ reason: null });
      // The one that was left behind, and one for all that came after.
      expect(helpers).toBe(2);
    },
  );

  it('below /dev hides what is mounted there', async () => {
    const pid = await worldOf('x');
    const below = make();
    expect(await below.shm(pid)).toMatchObject({ value: { usedBytes: 0 } });
    await silence(pid, '/dev');
    expect(await below.shm(pid)).toEqual(LATE);
  });

  it('is asked again when who waits for it has ended, and some time has passed', async () => {
    const pid = await worldOf('x');
    const mounted = await silence(pid, '/etc/x');
    const below = make({ again: 0 });
    const ask = () => below.file(pid, '/etc/x', LIMIT);
    expect(await ask()).toEqual(LATE);
    expect(await ask()).toEqual(LATE);
    expect(helpers).toBe(1);
    await end(mounted);
    await expect.poll(ask).toEqual({ value: null, reason: 'ENOTCONN' });
  });

  it('is not taken for another that was given its number', async () => {
    const numberOf = (pid: number) => proc.link(`${String(pid)}/ns/mnt`);
    const bad = await worldOf('bad');
    const number = numberOf(bad);
    const mounted = await silence(bad, '/etc/x');
    const below = make();
    expect(await below.file(bad, '/etc/x', LIMIT)).toEqual(LATE);
    await end(mounted);
    await endAll();
    // The kernel gives the lowest number that is free.
    let next = await worldOf('next');
    for (let others = 0; numberOf(next) !== number; others += 1) {
      expect(others).toBeLessThan(100);
      next = await worldOf('next');
    }
    await expect.poll(() => below.file(next, '/etc/x', LIMIT)).toEqual(told('next\n'));
  });

  it('leaves no more behind than so many', async () => {
    const [first, second, good] = [await worldOf('1'), await worldOf('2'), await worldOf('good')];
    const mounted = await silence(first, '/etc/x');
    await silence(second, '/etc/x');
    const below = make({ left: 1, again: 0 });
    const ask = (pid: number) => below.file(pid, '/etc/x', LIMIT);
    expect(await ask(first)).toEqual(LATE);
    expect(await ask(second)).toEqual({ value: null, reason: 'EBUSY' });
    expect(await ask(good)).toEqual({ value: null, reason: 'EBUSY' });
    expect(helpers).toBe(1);
    await end(mounted);
    await expect.poll(() => ask(good)).toEqual(told('good\n'));
  });
});
