import { getHeapStatistics } from 'node:v8';
import { GROUPS, PROCESSES_PER_GROUP, withLoad } from './load';
import { collectGarbage, createScanner } from './scanner';
import { fullScan, idleTick, withReader } from './scan';
import { median, type Report, type Wanted } from './report';

export const TEN_THOUSAND_FIGURES = ['scan.10k.full', 'scan.10k.idle', 'scan.10k.memory'] as const;

const RUNS = 5;
const TIMES_MORE = 5;

/** What one process costs: microseconds, and bytes of memory. */
interface CostOfOne {
  full: number;
  idle: number;
  memory: number;
}

/** Does a process cost the same among 10,000 as among 2,000? */
export async function benchTenThousand(_isWanted: Wanted, report: Report): Promise<void> {
  const [few, many] = await withLoad(GROUPS, async () => [
    await costs(GROUPS * PROCESSES_PER_GROUP),
    await withLoad(GROUPS * (TIMES_MORE - 1), () =>
      costs(GROUPS * TIMES_MORE * PROCESSES_PER_GROUP),
    ),
  ]);
  if (few === undefined || many === undefined) throw new Error('nothing was measured');
  const figures = [
    { name: 'scan.10k.full', key: 'full', unit: 'µs a process' },
    { name: 'scan.10k.idle', key: 'idle', unit: 'µs a process and tick' },
    { name: 'scan.10k.memory', key: 'memory', unit: 'bytes a process' },
  ] as const;
  for (const { name, key, unit } of figures) {
    const baseline = { name: 'at 2,000', value: few[key], unit };
    const total = many[key] * GROUPS * TIMES_MORE * PROCESSES_PER_GROUP;
    const more = key === 'memory' ? { megabytes: total / 1e6 } : { ms: total / 1000 };
    report({ name, value: many[key], unit, baseline, n: RUNS, more });
  }
}

async function costs(processes: number): Promise<CostOfOne> {
  const memory = memoryOfScanner();
  return withReader(async (reader) => {
    const full: number[] = [];
    for (let run = 0; run < RUNS; run += 1) full.push((await fullScan(reader)).wall);
    const idle = await idleTick(reader);
    return {
      full: (median(full) / processes) * 1000,
      idle: (idle / processes) * 1000,
      memory: memory / processes,
    };
  });
}

/** Bytes of what a scanner remembers, in this thread, where garbage can be collected. */
function memoryOfScanner(): number {
  collectGarbage();
  const before = getHeapStatistics().used_heap_size;
  const scanner = createScanner();
  scanner.tick({ now: performance.now(), watchedPids: [], full: true });
  collectGarbage();
  const after = getHeapStatistics().used_heap_size;
  // Used after the measurement, so that it was not garbage in it.
  scanner.tick({ now: performance.now(), watchedPids: [], full: false });
  return after - before;
}
