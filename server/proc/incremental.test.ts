import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ScanChange } from '@lib/proc/reading';
import { readUnits } from './host';
import { Scanner } from './incremental';
import { createNsIoctl } from './ns-ioctl';
import { ProcessReader } from './process';
import { ProcRoot } from './read';
import { World } from './testing/world';

/* In a PID namespace where nothing happens but what the test does; the clock is the test's too. */

/** Processes take a while to begin on a busy machine. */

const isRoot = process.getuid?.() === 0;
const SETTLED = 20_000;

describe.skipIf(!isRoot)('in a world of its own (only root can make one)', () => {
  let world: World;
  let scanner: Scanner;
  let now = 0;

  beforeEach(async () => {
    const created = await World.create();
    if (created === null) throw new Error('unshare failed');
    world = created;
    now = 1_000_000;
    const proc = new ProcRoot(world.procRoot);
    scanner = new Scanner(
      new ProcessReader(proc, readUnits(proc), { args: true }),
      createNsIoctl(),
    );
  });
  afterEach(() => world.close());

  /** A tick `after` milliseconds. */
  function tick(after: number, watchedPids: number[] = [], full = false): ScanChange | null {
    now += after;
    return scanner.tick({ now, watchedPids, full });
  }
  const pidsOf = (change: ScanChange | null): number[] =>
    (change?.put ?? []).map(({ pid }) => pid).sort((a, b) => a - b);

  it('the first tick has everything, the next ones nothing', async () => {
    const sleep = await world.start('sleep 600');
    const first = tick(0);
    expect(first).toMatchObject({ full: true, gone: [] });
    expect(pidsOf(first)).toEqual([1, sleep]);
    const withMaps = first?.namespaces.filter(({ uidMap }) => uidMap !== null);
    expect(withMaps?.map(({ id }) => id)).toEqual([first?.put[0]?.namespaces.user]);
    await world.run('true; echo');
    for (const after of [250, 250, 5000, 30_000, 60_000]) expect(tick(after)).toBeNull();
    expect(pidsOf(tick(250, [], true))).toEqual([1, sleep]);
  });

  it('what begins and what ends', async () => {
    tick(0);
    const sleep = await world.start('sleep 600');
    expect(pidsOf(tick(250))).toContain(sleep);
    expect(tick(250)?.gone ?? []).toEqual([]);
    await world.end(sleep);
    expect(tick(250)).toMatchObject({ full: false, put: [], gone: [sleep] });
    expect(tick(250)).toBeNull();
  });

  it('a young process that becomes another program', async () => {
    tick(0);
    const pid = await world.start(
      "sh -c 'until [ -e /tmp/nsview-go ]; do sleep 0.01; done; exec sleep 601'",
    );
    expect(pidsOf(tick(250))).toContain(pid);
    await world.run('touch /tmp/nsview-go; echo');
    await expect
      .poll(() => tick(10)?.put.find((reading) => reading.pid === pid)?.args, { timeout: 15_000 })
      .toEqual(['sleep', '601']);
    await world.run('rm /tmp/nsview-go; echo');
  });

  describe('what forks tell nothing about', () => {
    /** Starts a shell that does `then` when told, without forking. */
    async function readyTo(then: string): Promise<{ pid: number; go: () => Promise<void> }> {
      const fifo = `/tmp/nsview-fifo-${String(process.pid)}`;
      await world.run(`mkfifo ${fifo}; echo`);
      const pid = await world.start(`sh -c 'read x < ${fifo}; ${then}'`);
      tick(0);
      tick(SETTLED);
      tick(SETTLED);
      return {
        pid,
        go: async () => {
          await world.run(`echo go > ${fifo}; rm ${fifo}; echo`);
          const done = (): boolean => {
            const outcome = scanner.reader.read(pid);
            return outcome.kind === 'process' && outcome.reading.comm === 'sleep';
          };
          await expect.poll(done, { timeout: 15_000 }).toBe(true);
        },
      };
    }

    it('is found within 5 s in a process that is watched', async () => {
      const { pid, go } = await readyTo('exec sleep 602');
      tick(250, [pid]);
      await go();
      const changes = Array.from({ length: 20 }, () => tick(250, [pid])).flatMap(
        (c) => c?.put ?? [],
      );
      expect(changes.filter((reading) => reading.pid === pid)).toMatchObject([
        { args: ['sleep', '602'] },
      ]);
    });

    it('is found within 30 s in any other', async () => {
      const { pid, go } = await readyTo('exec sleep 603');
      await go();
      const changes = Array.from({ length: 121 }, () => tick(250)).flatMap((c) => c?.put ?? []);
      expect(changes.filter((reading) => reading.pid === pid)).toMatchObject([
        { args: ['sleep', '603'] },
      ]);
    });

    it('a namespace of its own', async () => {
      const { pid, go } = await readyTo('exec unshare --uts sleep 604');
      const before = scanner.reader.read(pid);
      await go();
      const change = Array.from({ length: 121 }, () => tick(250)).find((c) => c !== null);
      const uts = change?.put[0]?.namespaces.uts;
      expect(uts).toMatch(/^uts:\d+$/);
      expect(before).not.toMatchObject({ reading: { namespaces: { uts } } });
    });
  });

  it('a user namespace brings its maps, also when they are written later', async () => {
    tick(0);
    const pid = await world.start('unshare --user sleep 605');
    await expect
      .poll(() => tick(10)?.namespaces ?? [], { timeout: 15_000 })
      .toMatchObject([{ uidMap: [], gidMap: [], unreadable: {} }]);
    await world.run(`echo '0 1000 1' > /proc/${String(pid)}/uid_map; echo`);
    expect(tick(250)?.namespaces).toMatchObject([{ uidMap: [[0, 1000, 1]], gidMap: [] }]);
    expect(tick(250)).toBeNull();
  });

  it('fault 2: an ended process that nobody waits for', async () => {
    const child = Number(await world.run("sh -c 'sleep 600 & echo $!; exec sleep 600' &"));
    await expect.poll(() => world.cmdline(child), { timeout: 15_000 }).toMatch(/^sleep/);
    tick(0);
    await world.run(`kill -KILL ${String(child)}; echo`);
    await expect
      .poll(() => tick(10)?.put.find(({ pid }) => pid === child), { timeout: 15_000 })
      .toMatchObject({ state: 'Z', args: [] });
  });

  it('children whose parent ended get another at once, however old they are', async () => {
    const line = await world.run("sh -c 'sleep 606 & echo $$ $!; wait' &");
    const [parent = 0, child = 0] = line.split(' ').map(Number);
    await expect.poll(() => world.cmdline(child), { timeout: 15_000 }).toMatch(/^sleep/);
    tick(0);
    tick(SETTLED);
    await world.end(parent);
    expect(tick(250)).toMatchObject({ gone: [parent], put: [{ pid: child, ppid: 1 }] });
  });

  it('fault 9: a PID that another process has got meanwhile', async () => {
    const next = 'echo 99 > /proc/sys/kernel/ns_last_pid';
    expect(Number(await world.run(`${next}; sleep 600 & echo $!`))).toBe(100);
    tick(0);
    await world.run(`kill -KILL 100; wait 100 2> /dev/null; ${next}; sleep 700 & echo $!`);
    await expect
      .poll(() => tick(10)?.put.find(({ pid }) => pid === 100)?.args, { timeout: 15_000 })
      .toEqual(['sleep', '700']);
  });

  it('memory, CPU time and running or sleeping are no change', async () => {
    const busy = await world.start("sh -c 'while :; do :; done'");
    tick(0);
    tick(SETTLED);
    const [before] = scanner.reader.usage([busy]);
    await expect
      .poll(() => scanner.reader.usage([busy])[0]?.cpuMs, { timeout: 15_000 })
      .toBeGreaterThan((before?.cpuMs ?? 0) + 50);
    for (let i = 0; i < 10; i++) expect(tick(5000, [busy])).toBeNull();
  });
});

it('fault 1: hundreds of starts and ends on the whole machine: never an error, in the end the truth', async () => {
  const proc = new ProcRoot('/proc');
  const scanner = new Scanner(
    new ProcessReader(proc, readUnits(proc), { args: true }),
    createNsIoctl(),
  );
  const known = new Map<number, string>();
  const take = (change: ScanChange | null): void => {
    for (const pid of change?.gone ?? []) known.delete(pid);
    for (const { pid, startTicks } of change?.put ?? []) known.set(pid, startTicks);
  };
  const busy = spawn('sh', [
    '-c',
    'i=0; while [ $i -lt 400 ]; do /bin/true & i=$((i+1)); done; wait; echo; read x',
  ]);
  const done = once(busy.stdout, 'data').then(() => true);
  let ended = false;
  void done.then(() => (ended = true));
  while (!ended) {
    take(scanner.tick({ now: performance.now(), watchedPids: [], full: false }));
    await new Promise((resolve) => setImmediate(resolve));
  }
  take(scanner.tick({ now: performance.now(), watchedPids: [], full: false }));
  take(scanner.tick({ now: performance.now(), watchedPids: [], full: false }));
  expect(known.has(process.pid)).toBe(true);
  expect(known.has(busy.pid ?? 0)).toBe(true);
  busy.kill('SIGKILL');
  await once(busy, 'exit');
  take(scanner.tick({ now: performance.now(), watchedPids: [], full: false }));
  take(scanner.tick({ now: performance.now(), watchedPids: [], full: false }));
  expect(known.has(busy.pid ?? 0)).toBe(false);
});
