import { dockerSize } from '../images/size';
import { saidRates } from '../use/said-rates';
import { saidSize } from '../use/said-size';
import type { Use } from '../use/use';
import type { UseWords } from '../use/words';
import { formatTable } from './table';

const binary = (bytes: number) => saidSize(bytes).text;
const PLAIN = { width: null, paint: (text: string) => text };

/** What a container uses, what limits it and what that did, for a terminal. */
export function formatUse(use: Use, words: UseWords): string {
  const { memory, cpu, pids, disk, machine, unreadable } = use;
  const says = <T>(field: string, value: T | null, text: (value: T) => string) => {
    if (value !== null) return text(value);
    const why = unreadable[field];
    return why === undefined ? words.none : words.unknown(why);
  };
  const did = (field: string, n: number | null, text: (n: number) => string) =>
    n === 0 ? '' : says(field, n, text);
  const peak = says('memory.peakBytes', memory.peakBytes, binary);
  const seconds = (ms: number) => `${Number((ms / 1000).toFixed(1))}s`;
  const rows = [
    [
      words.memory,
      words.peak(says('memory.usedBytes', memory.usedBytes, binary), peak),
      says('memory.limitBytes', memory.limitBytes, binary),
      memory.limitFrom ?? '',
      did('memory.oomKills', memory.oomKills, words.killed),
    ],
    [
      words.cpu,
      says('cpu.usedMs', cpu.usedMs, seconds),
      says('cpu.quotaMs', coresOf(cpu), (cores) => words.cores(String(Number(cores.toFixed(2))))),
      cpu.limitFrom ?? '',
      did('cpu.throttledPeriods', cpu.throttledPeriods, (n) =>
        words.throttled(n, cpu.periods ?? n, seconds(cpu.throttledMs ?? 0)),
      ),
    ],
    [
      words.pids,
      says('pids.current', pids.current, String),
      says('pids.limit', pids.limit, String),
      pids.limitFrom ?? '',
      did('pids.refused', pids.refused, words.refused),
    ],
    ...ioRows(use, words),
    [
      words.disk,
      says('disk.writableBytes', disk.writableBytes, dockerSize),
      says('disk.limitBytes', disk.limitBytes, String),
      '',
      '',
    ],
  ];
  const columns = words.titles.map((title) => ({ title, align: 'left' as const }));
  const told = words.machine(
    says('machine.memoryBytes', machine.memoryBytes, binary),
    says('machine.cpus', machine.cpus, String),
  );
  const frozen = use.frozen === true ? `${words.frozen}\n` : '';
  return `${formatTable(columns, rows, PLAIN)}${frozen}${told}\n`;
}

function coresOf({ quotaMs, periodMs }: Use['cpu']): number | null {
  return quotaMs === null || periodMs === null ? null : quotaMs / periodMs;
}

function ioRows({ io, unreadable }: Use, words: UseWords): string[][] {
  if (io === null) return [['io', words.unknown(unreadable.io ?? ''), '', '', '']];
  const why = unreadable['io.limits'];
  return io.map(({ device, readBytes, writtenBytes, limits }) => [
    `io ${device}`,
    words.moved(dockerSize(readBytes), dockerSize(writtenBytes)),
    why === undefined
      ? saidRates(limits, words.perSecond).join(', ') || words.none
      : words.unknown(why),
    [...new Set(Object.values(limits).map(({ from }) => from))].join(', '),
    '',
  ]);
}
