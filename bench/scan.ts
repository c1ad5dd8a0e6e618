import { setTimeout as delay } from 'node:timers/promises';
import type { Reader } from '../server/reader/reader';
import { createThreadReader } from '../server/reader/thread-reader';
import { GROUPS, withLoad } from './load';
import { costOfLsns, type Cost } from './lsns';
import { median, type Report, type Wanted } from './report';

export const SCAN_FIGURES = ['scan.full', 'scan.full.cpu', 'scan.idle'] as const;

const RUNS = 15;
const IDLE_TICKS = 80;
/** As the hub ticks. */
export const TICK = 250;
/** Processes count as new for 10 s, and are looked at in each tick. */
const UNTIL_OLD = 11_000;

/** `scan.full`, also in CPU time, and `scan.idle`: the reader as the server uses it, against `lsns -J`. */
export function benchScan(_isWanted: Wanted, report: Report): Promise<void> {
  return withLoad(GROUPS, () =>
    withReader(async (reader) => {
      const full: Cost[] = [];
      const lsns: Cost[] = [];
      for (let run = 0; run < RUNS; run += 1) {
        full.push(await fullScan(reader));
        lsns.push(await costOfLsns());
      }
      const wall = median(lsns.map((cost) => cost.wall));
      report({
        name: 'scan.full',
        value: median(full.map((cost) => cost.wall)) / wall,
        unit: 'ratio of wall',
        baseline: { name: 'lsns -J', value: wall, unit: 'ms' },
        n: RUNS,
      });
      const cpu = median(lsns.map((cost) => cost.cpu));
      report({
        name: 'scan.full.cpu',
        value: median(full.map((cost) => cost.cpu)) / cpu,
        unit: 'ratio of CPU',
        baseline: { name: 'lsns -J', value: cpu, unit: 'ms' },
        n: RUNS,
      });
      report({
        name: 'scan.idle',
        value: (await idleTick(reader)) / cpu,
        unit: 'ratio of CPU',
        baseline: { name: 'lsns -J', value: cpu, unit: 'ms' },
        n: IDLE_TICKS,
      });
    }),
  );
}

export async function withReader<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
  const reader = createThreadReader({ procRoot: '/proc', args: true });
  try {
    return await work(reader);
  } finally {
    await reader.close();
  }
}

export async function fullScan(reader: Reader): Promise<Cost> {
  const start = performance.now();
  const before = process.cpuUsage();
  await reader.tick({ watchedPids: [], full: true });
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - start, cpu: (user + system) / 1000 };
}

/** @returns milliseconds of CPU that a tick takes once nothing is new any more */
export async function idleTick(reader: Reader): Promise<number> {
  await tick(reader, UNTIL_OLD / TICK);
  const before = process.cpuUsage();
  await tick(reader, IDLE_TICKS);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / IDLE_TICKS;
}

async function tick(reader: Reader, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await reader.tick({ watchedPids: [], full: false });
    await delay(TICK);
  }
}
