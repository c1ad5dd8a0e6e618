import { existsSync, rmdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ProcessReading } from '@lib/proc/reading';
import { readUnits } from './host';
import { Scanner } from './incremental';
import { ProcessReader } from './process';
import { ProcRoot } from './read';
import { sameReading } from './same-reading';
import { World } from './testing/world';

/*
 * What forks do not tell appears in time: within 2 s in a process younger than 10 s, 5 s in one that
 * somebody has on screen, 30 s in any other. Real processes do it; the clock is the test's.
 */

const TICK = 250;
const ACT = fileURLToPath(new URL('testing/act.py', import.meta.url));
/** Where a cgroup can be made: in the hierarchy of cgroups that is told first. */
const CGROUPS = existsSync('/sys/fs/cgroup/pids/cgroup.procs')
  ? '/sys/fs/cgroup/pids'
  : '/sys/fs/cgroup';
const isRoot = process.getuid?.() === 0;

describe.skipIf(!isRoot)('in a world of its own (only root can make one; needs python3)', () => {
  let world: World;
  let scanner: Scanner;
  let reader: ProcessReader;
  let now = 0;
  let cgroup: string | null = null;

  beforeEach(async () => {
    const created = await World.create();
    if (created === null) throw new Error('unshare failed');
    world = created;
    now = 1_000_000;
    const proc = new ProcRoot(world.procRoot);
    reader = new ProcessReader(proc, readUnits(proc), { args: true });
    scanner = new Scanner(reader, null);
  });
  afterEach(async () => {
    await world.close();
    const made = cgroup;
    cgroup = null;
    // The last process in it takes a moment to be gone.
    if (made !== null) await vi.waitFor(() => rmdirSync(made), 10_000);
  });

  /** Ticks for so long, and returns what was told of the process, with the time it took. */
  function tickFor(time: number, pid: number, watched: boolean) {
    const from = now;
    const told: { after: number; reading: ProcessReading }[] = [];
    while (now - from < time) {
      now += TICK;
      const change = scanner.tick({ now, watchedPids: watched ? [pid] : [], full: false });
      for (const reading of change?.put ?? []) {
        if (reading.pid === pid) told.push({ after: now - from, reading });
      }
    }
    return told;
  }

  function read(pid: number): ProcessReading {
    const outcome = reader.read(pid);
    if (outcome.kind !== 'process') throw new Error(`PID ${String(pid)} is ${outcome.kind}`);
    return outcome.reading;
  }

  const acts: Record<string, { args: (other: number) => string; field: keyof ProcessReading }> = {
    exec: { args: () => 'exec', field: 'args' },
    unshare: { args: () => 'unshare', field: 'namespaces' },
    setns: { args: (other) => `setns ${String(other)}`, field: 'namespaces' },
    'a cgroup move': { args: () => 'wait', field: 'cgroup' },
  };

  async function act(pid: number, name: string): Promise<void> {
    if (name !== 'a cgroup move') {
      await world.run(`kill -USR1 ${String(pid)}; echo`);
      return;
    }
    cgroup = `${CGROUPS}/nsview-test-${String(process.pid)}`;
    await world.run(`mkdir ${cgroup}; echo ${String(pid)} > ${cgroup}/cgroup.procs; echo`);
  }

  describe.each([
    { who: 'a young process', settle: 500, watched: false, within: 2000 },
    { who: 'an old one on screen', settle: 60_000, watched: true, within: 5000 },
    { who: 'any other', settle: 60_000, watched: false, within: 30_000 },
  ])('$who: within $within ms', ({ settle, watched, within }) => {
    it.each(Object.keys(acts))('%s', async (name) => {
      const { args, field } = acts[name] ?? expect.fail(name);
      const other = await world.start('unshare --uts sleep 600');
      const line = await world.run(`python3 ${ACT} ${args(other)} & echo $!`);
      // Two lines, the second one when it is ready.
      const [pid] = [line, await world.run('')].map(Number).filter(Boolean);
      if (pid === undefined) throw new Error('nothing was started');
      scanner.tick({ now, watchedPids: [], full: false });
      now += TICK;
      tickFor(settle, pid, watched);
      const before = read(pid);
      expect(tickFor(1000, pid, watched)).toEqual([]);

      await act(pid, name);
      // In the middle of an exec there are no arguments.
      const isDone = () => !sameReading(before, read(pid)) && (read(pid).args?.length ?? 0) > 0;
      await expect.poll(isDone, { timeout: 10_000 }).toBe(true);
      const after = read(pid);
      expect(after[field]).not.toEqual(before[field]);
      const told = tickFor(within, pid, watched);
      expect(told.at(-1)?.reading[field]).toEqual(after[field]);
    });
  });
});
