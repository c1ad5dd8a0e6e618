import type { Use } from '../../use/use';

/** A part of a bar, from one share of its length to another. */
export interface Span {
  /** What processes hold, or what is kept of files and goes when room is needed. */
  role: 'held' | 'cache';
  from: number;
  to: number;
}

/** What is used of what may be used, in shares of a bar's length, so that it fits any room. */
export interface UseBar {
  spans: readonly Span[];
  /** Where the limit is; null: there is none, or it is not known. */
  limit: number | null;
  peak: number | null;
  /** In how many equal cells it is cut; 1: it is whole. */
  cells: number;
  /** Nothing ends it: it is known that there is no limit. */
  isOpen: boolean;
}

/** So many cells can be told apart. */
const MOST_CELLS = 40;
/** What is there is seen, however little it is. */
const LEAST = 0.006;

const NOTHING = { spans: [], limit: null, peak: null, cells: 1 } as const;

/** Whether there is no limit: one that could not be read may be there. */
export function isUnlimited(
  limit: number | null,
  { unreadable }: Pick<Use, 'unreadable'>,
  field: string,
): boolean {
  return limit === null && unreadable[field] === undefined;
}

/** Up to its limit; without one, up to all that the machine has. */
export function memoryBar(use: Pick<Use, 'memory' | 'machine' | 'unreadable'>): UseBar {
  const { memory, machine } = use;
  const { usedBytes, limitBytes, peakBytes, cacheBytes } = memory;
  const whole = limitBytes ?? machine.memoryBytes;
  const isOpen = isUnlimited(limitBytes, use, 'memory.limitBytes');
  if (usedBytes === null || whole === null || whole === 0) return { ...NOTHING, isOpen };
  const cache = Math.min(cacheBytes ?? 0, usedBytes);
  const held = share(usedBytes - cache, whole);
  return {
    spans: spansOf([
      { role: 'held', from: 0, to: held },
      { role: 'cache', from: held, to: share(usedBytes, whole) },
    ]),
    limit: limitBytes === null ? null : 1,
    peak: peakBytes === null ? null : share(peakBytes, whole),
    cells: 1,
    isOpen,
  };
}

/** How many processors' time it may have; null: as many as there are, or that is not known. */
export function quotaCores({ quotaMs, periodMs }: Use['cpu']): number | null {
  return quotaMs === null || periodMs === null || periodMs === 0 ? null : quotaMs / periodMs;
}

/** A cell for each processor of the machine. @param cores how many it keeps busy; null: not known yet */
export function cpuBar(
  use: Pick<Use, 'cpu' | 'machine' | 'unreadable'>,
  cores: number | null,
): UseBar {
  const { cpu, machine } = use;
  const quota = quotaCores(cpu);
  const whole = machine.cpus ?? Math.max(quota ?? 0, cores ?? 0, 1);
  const limit = quota === null || quota > whole ? null : quota / whole;
  return {
    spans: spansOf([{ role: 'held', from: 0, to: share(cores ?? 0, whole) }]),
    ...{ limit, peak: null, isOpen: isUnlimited(quota, use, 'cpu.quotaMs') },
    cells: whole <= MOST_CELLS ? Math.ceil(whole) : 1,
  };
}

/** A cell for each task that it may have, as long as these can be told apart. */
export function pidsBar(use: Pick<Use, 'pids' | 'unreadable'>): UseBar {
  const { current, limit } = use.pids;
  const isOpen = isUnlimited(limit, use, 'pids.limit');
  if (current === null) return { ...NOTHING, isOpen };
  if (limit === null || limit === 0) {
    return {
      ...NOTHING,
      isOpen,
      spans: spansOf([{ role: 'held', from: 0, to: current > 0 ? LEAST : 0 }]),
    };
  }
  return {
    spans: spansOf([{ role: 'held', from: 0, to: share(current, limit) }]),
    ...{ limit: 1, peak: null, isOpen: false },
    cells: limit <= MOST_CELLS ? limit : 1,
  };
}

/** Of all that was moved, what was read, and then what was written. @param isOpen nothing holds it back */
export function ioBar(read: number, written: number, isOpen: boolean): UseBar {
  const all = read + written;
  if (all === 0) return { ...NOTHING, isOpen };
  return {
    ...NOTHING,
    isOpen,
    spans: spansOf([
      { role: 'held', from: 0, to: (read / all) * SOME },
      { role: 'cache', from: (read / all) * SOME, to: SOME },
    ]),
  };
}

/** It is not known how much would be much: a mark alone. @param isOpen nothing can hold it back */
export function diskBar(bytes: number | null, isOpen: boolean): UseBar {
  return bytes === null || bytes === 0
    ? { ...NOTHING, isOpen }
    : { ...NOTHING, isOpen, spans: [{ role: 'held', from: 0, to: LEAST * 2 }] };
}

/** How much of a bar that nothing ends is filled. */
const SOME = 0.3;

function share(part: number, whole: number): number {
  return Math.min(1, Math.max(0, part / whole));
}

function spansOf(spans: readonly Span[]): Span[] {
  return spans
    .filter(({ from, to }) => to > from)
    .map((span) => ({ ...span, to: Math.min(1, Math.max(span.to, span.from + LEAST)) }));
}
