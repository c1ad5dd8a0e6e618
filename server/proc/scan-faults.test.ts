import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NamespaceId } from '@lib/model/ids';
import type { NamespaceReading, ScanChange } from '@lib/proc/reading';
import { readUnits } from './host';
import { Scanner } from './incremental';
import { createNsIoctl } from './ns-ioctl';
import { ProcessReader } from './process';
import { ProcRoot } from './read';
import { childrenOf, World } from './testing/world';

/* What goes wrong between two reads of a scan, made to happen in a world of its own. */

const isRoot = process.getuid?.() === 0;

/** Does something before the n-th time that something is read, and counts the times. */
class Interrupted extends ProcRoot {
  steps = 0;
  constructor(
    root: string,
    private at: number,
    private readonly interrupt: () => void,
  ) {
    super(root);
  }
  /** Does it no more. */
  calm(): void {
    this.at = Number.POSITIVE_INFINITY;
  }
  override open(path: string): number {
    this.#step();
    return super.open(path);
  }
  override again(fd: number): Buffer {
    this.#step();
    return super.again(fd);
  }
  override link(path: string): string {
    this.#step();
    return super.link(path);
  }
  override numbers(path: string): number[] {
    this.#step();
    return super.numbers(path);
  }
  #step(): void {
    if (this.steps++ === this.at) this.interrupt();
  }
}

function commOf(pid: number): string {
  return readFileSync(`/proc/${String(pid)}/comm`, 'utf8');
}

/** Waits without letting go of the thread, for we are in the middle of a read. */
function spinUntil(holds: () => boolean): void {
  const deadline = performance.now() + 5000;
  while (!holds()) if (performance.now() > deadline) throw new Error('it did not come about');
}

/** A clock that goes only when told to: milliseconds. */
let now = 1_000_000;

function scannerOf(proc: ProcRoot): Scanner {
  return new Scanner(new ProcessReader(proc, readUnits(proc), { args: true }), createNsIoctl());
}

/** What a scanner has told so far. */
class Told {
  readonly pids = new Set<number>();
  readonly namespaces = new Map<NamespaceId, NamespaceReading>();
  constructor(readonly scanner: Scanner) {}

  tick(after: number, full = false): ScanChange | null {
    now += after;
    const change = this.scanner.tick({ now, watchedPids: [], full });
    for (const pid of change?.gone ?? []) this.pids.delete(pid);
    for (const { pid } of change?.put ?? []) this.pids.add(pid);
    for (const id of change?.namespacesGone ?? []) this.namespaces.delete(id);
    for (const reading of change?.namespaces ?? []) this.namespaces.set(reading.id, reading);
    return change;
  }
}

describe.skipIf(!isRoot)('in a world of its own (only root can make one)', () => {
  let world: World;

  beforeEach(async () => {
    world = (await World.create()) ?? expect.fail('unshare failed');
  });
  afterEach(() => world.close());

  it('fault 1: one ends before any step of a scan or of a search: both go on', async () => {
    const stays = await world.start('sleep 600');
    const spawner = await world.start(
      "sh -c 'while :; do unshare --uts sleep 600 > /dev/null & wait; done'",
    );
    const spawnerOutside = childrenOf(world.init).at(-1) ?? expect.fail('no spawner');
    const child = (): number => childrenOf(spawnerOutside)[0] ?? 0;
    const sleeps = (): boolean => child() > 0 && commOf(child()) === 'sleep\n';
    /** All of it: a full scan, one of what changed, a search. */
    const scan = (proc: ProcRoot): Told => {
      const told = new Told(scannerOf(proc));
      for (const after of [0, 1000, 30_000]) told.tick(after);
      return told;
    };
    await expect.poll(sleeps, { interval: 5 }).toBe(true);
    const whole = new Interrupted(world.procRoot, Number.POSITIVE_INFINITY, () => undefined);
    expect(scan(whole).pids.size).toBe(4);
    let ended = 0;
    for (let at = 0; at < whole.steps; at += 1) {
      await expect.poll(sleeps, { interval: 5 }).toBe(true);
      const old = child();
      const kill = (): void => {
        process.kill(old, 'SIGKILL');
        spinUntil(() => !existsSync(`/proc/${String(old)}`));
        ended += 1;
      };
      const proc = new Interrupted(world.procRoot, at, kill);
      const told = scan(proc);
      proc.calm();
      await expect.poll(sleeps, { interval: 5 }).toBe(true);
      told.tick(5000);
      const there = new ProcRoot(world.procRoot).numbers('.').sort((a, b) => a - b);
      expect([at, [...told.pids].sort((a, b) => a - b)]).toEqual([at, there]);
      expect(there).toEqual([1, stays, spawner, expect.any(Number)]);
    }
    expect(whole.steps).toBeGreaterThan(50);
    // What is over at once because of the end takes fewer steps than the whole.
    expect(ended).toBeGreaterThan(whole.steps * 0.9);
  });
});

/** Starts a program on this machine that becomes `sleep`, and waits until it is that. */
async function sleeper(...command: [string, ...string[]]): Promise<ChildProcess & { pid: number }> {
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', ...command, 'sleep', '600'], {
    stdio: 'ignore',
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('setpriv did not start');
  await expect.poll(() => commOf(pid), { interval: 5 }).toBe('sleep\n');
  return Object.assign(child, { pid });
}

async function end(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

it.skipIf(!isRoot)(
  'fault 9: the inode of a namespace that another has got meanwhile (only root can make them)',
  async () => {
    const told = new Told(scannerOf(new ProcRoot('/proc')));
    told.tick(0);
    const own = told.scanner.reader.namespaces(process.pid, {});
    let reused = 0;
    for (let round = 0; round < 100 && reused < 5; round += 1) {
      const old = await sleeper('unshare', '--user', '--uts');
      told.tick(250);
      const { uts, user } = told.scanner.reader.namespaces(old.pid, {});
      if (uts === null) throw new Error('no uts namespace');
      expect(told.namespaces.get(uts)?.relations?.owner).toBe(user);
      await end(old);
      // The lowest number that is free is given out: with luck that of the one before.
      const young = await sleeper('unshare', '--uts');
      told.tick(250);
      if (told.scanner.reader.namespaces(young.pid, {}).uts === uts) {
        reused += 1;
        expect([round, told.namespaces.get(uts)?.relations?.owner]).toEqual([round, own.user]);
      }
      await end(young);
    }
    expect(reused).toBeGreaterThan(0);
  },
);
