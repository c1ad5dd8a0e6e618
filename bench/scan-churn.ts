import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { getHeapStatistics } from 'node:v8';
import { GROUPS, withLoad } from './load';
import { costOfLsns } from './lsns';
import { collectGarbage, createScanner } from './scanner';
import { TICK } from './scan';
import type { Report, Wanted } from './report';

export const CHURN_FIGURES = ['scan.churn'] as const;

const SECONDS = 20;
const A_SECOND = 200;
/** Milliseconds after which all that was new is old. */
const SETTLE = 12_000;
/** Milliseconds within which /proc is listed. */
const LISTED = 5000;
/** What may be left in the heap: caches that fill to their bound. */
const MAY_STAY = 2e6;
/** Starts `true` 200 times a second, as evenly as it goes, and collects what has ended. */
const CHURN = `
import os, time
begun = time.monotonic()
for n in range(${A_SECOND * SECONDS}):
    time.sleep(max(0, begun + n / ${A_SECOND} - time.monotonic()))
    os.posix_spawn('/bin/true', ['true'], {})
    while True:
        try:
            if os.waitpid(-1, os.WNOHANG)[0] == 0: break
        except ChildProcessError: break
`;

/** `scan.churn`: 200 short processes a second. @throws when anything of them is left behind */
export function benchChurn(_isWanted: Wanted, report: Report): Promise<void> {
  return withLoad(GROUPS, async () => {
    const { cpu } = await costOfLsns();
    const scanner = createScanner();
    const known = new Set<number>();
    let seen = 0;
    const tick = async (until: () => boolean) => {
      while (!until()) {
        const change = scanner.tick({ now: performance.now(), watchedPids: [], full: false });
        for (const pid of change?.gone ?? []) known.delete(pid);
        for (const { pid } of change?.put ?? []) {
          if (!known.has(pid)) seen += 1;
          known.add(pid);
        }
        await delay(TICK);
      }
    };
    const isTrue = () => [...known].every((pid) => existsSync(`/proc/${pid}`));
    const settle = async () => {
      const end = performance.now() + SETTLE;
      await tick(() => performance.now() >= end);
      const listed = performance.now() + LISTED;
      await tick(() => isTrue() || performance.now() > listed);
      if (!isTrue()) throw new Error('what has ended is still told');
      collectGarbage();
      return { records: known.size, heap: getHeapStatistics().used_heap_size };
    };
    const before = await settle();
    seen = 0;
    const churn = spawn('python3', ['-c', CHURN], { stdio: ['ignore', 'ignore', 'inherit'] });
    let ended = false;
    const exit = once(churn, 'exit').then(([code]) => {
      ended = true;
      if (code !== 0) throw new Error(`the processes could not be started: ${String(code)}`);
    });
    const from = process.cpuUsage();
    const begun = performance.now();
    await tick(() => ended);
    await exit;
    const { user, system } = process.cpuUsage(from);
    const elapsed = performance.now() - begun;
    const after = await settle();
    if (after.heap > before.heap + MAY_STAY) {
      throw new Error(`the heap grew from ${before.heap} to ${after.heap} bytes`);
    }
    report({
      name: 'scan.churn',
      value: ((user + system) / 1000 / elapsed) * 100,
      unit: '% of one core',
      baseline: { name: 'lsns -J', value: cpu, unit: 'ms' },
      n: A_SECOND * SECONDS,
      more: {
        seen,
        recordsBefore: before.records,
        recordsAfter: after.records,
        heapBefore: before.heap,
        heapAfter: after.heap,
      },
    });
  });
}
