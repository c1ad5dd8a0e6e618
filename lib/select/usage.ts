import type { Process } from '../model/process';
import type { Watch } from '../protocol/from-viewer';
import type { UsageMessage, UsageRow } from '../protocol/usage';

/** A row with what it took of one core since the one before; null when there was none. */
export interface Usage extends UsageRow {
  at: number;
  /** 1 is one core. */
  cpu: number | null;
}

export type UsageTable = ReadonlyMap<number, Usage>;

/** Of these rows, or of all, what is known: of a row that comes back it is not known what became of it meanwhile. */
export function usageOfRows(before: UsageTable, watched: Watch['rows']): UsageTable {
  if (watched === 'all') return before;
  const rows = new Set(watched);
  return new Map([...before].filter(([pid]) => rows.has(pid)));
}

/**
 * What a message makes of what was known: a row that it leaves out is as it was, and used no CPU.
 *
 * @param watched the rows that are sent; others are forgotten
 * @param there the processes that there are: where all are watched, who ended is forgotten
 */
export function afterUsage(
  before: UsageTable,
  { at, rows }: UsageMessage,
  watched: Watch['rows'],
  there: readonly Pick<Process, 'pid'>[],
): UsageTable {
  const kept = new Set(watched === 'all' ? there.map(({ pid }) => pid) : watched);
  const after = new Map<number, Usage>();
  for (const [pid, usage] of before) {
    if (kept.has(pid)) after.set(pid, { ...usage, at, cpu: 0 });
  }
  for (const row of rows) {
    // One that began just now may be told of here first, and is not told of again as long as it is the same.
    if (watched !== 'all' && !kept.has(row.pid)) continue;
    const known = before.get(row.pid);
    const cpu =
      known?.startTicks === row.startTicks && at > known.at
        ? (row.cpuMs - known.cpuMs) / (at - known.at)
        : null;
    after.set(row.pid, { ...row, at, cpu });
  }
  return after;
}

/** What is known of this very process; null when nothing is. */
export function usageOf(table: UsageTable, { pid, startTicks }: Process): Usage | null {
  const usage = table.get(pid);
  return usage?.startTicks === startTicks ? usage : null;
}

/** Percent of one core, as top prints it: `0.0`, `12.5`, `187`. */
export function percentOfCore(cpu: number): string {
  const percent = cpu * 100;
  return percent >= 100 ? percent.toFixed(0) : percent.toFixed(1);
}

const UNITS = ['B', 'K', 'M', 'G', 'T'];

/** Bytes in at most four characters and a unit of powers of 1024: `0B`, `812K`, `1.5G`. */
export function shortBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit > 0 && value < 10 ? value.toFixed(1) : value.toFixed(0)}${UNITS[unit] ?? ''}`;
}
