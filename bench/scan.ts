import { setTimeout as delay } from 'node:timers/promises';
import type { Reader } from '../server/proc/reader';
import { createThreadReader } from '../server/proc/thread-reader';
import { costOfLsns, type Cost } from './lsns';
import { median, print } from './report';

const RUNS = 15;
const IDLE_TICKS = 80;
/** As the hub ticks. */
const TICK = 250;
/** Processes count as new for 10 s, and are looked at in each tick. */
const UNTIL_OLD = 11_000;

async function tick(reader: Reader, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await reader.tick({ watchedPids: [], full: false });
    await delay(TICK);
  }
}

/** `scan.full` and `scan.idle`: the reader as the server uses it, against `lsns -J`. */
export async function benchScan(): Promise<void> {
  const reader = createThreadReader({ procRoot: '/proc', args: true });
  try {
    const full: number[] = [];
    const lsns: Cost[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const start = performance.now();
      await reader.tick({ watchedPids: [], full: true });
      full.push(performance.now() - start);
      lsns.push(await costOfLsns());
    }
    const wall = median(lsns.map((cost) => cost.wall));
    print({
      name: 'scan.full',
      value: median(full) / wall,
      unit: 'ratio of wall',
      baseline: { name: 'lsns -J', value: wall, unit: 'ms' },
      n: RUNS,
    });

    await tick(reader, UNTIL_OLD / TICK);
    const before = process.cpuUsage();
    await tick(reader, IDLE_TICKS);
    const { user, system } = process.cpuUsage(before);
    const cpu = median(lsns.map((cost) => cost.cpu));
    print({
      name: 'scan.idle',
      value: (user + system) / 1000 / IDLE_TICKS / cpu,
      unit: 'ratio of CPU',
      baseline: { name: 'lsns -J', value: cpu, unit: 'ms' },
      n: IDLE_TICKS,
    });
  } finally {
    await reader.close();
  }
}
