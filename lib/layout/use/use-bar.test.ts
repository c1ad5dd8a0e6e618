import { describe, expect, it } from 'vitest';
import { cpuBar, diskBar, ioBar, memoryBar, pidsBar, quotaCores } from './use-bar';

const MIB = 1024 ** 2;
const unreadable = {};
const machine = { memoryBytes: 1024 * MIB, cpus: 2 };
const memory = {
  ...{ usedBytes: 48 * MIB, limitBytes: 64 * MIB, limitFrom: '/docker/x', peakBytes: 64 * MIB },
  ...{ cacheBytes: 16 * MIB, oomKills: 0 },
};
const cpu = {
  ...{ usedMs: 1, quotaMs: 50, periodMs: 100, limitFrom: '/docker/x' },
  ...{ periods: 0, throttledPeriods: 0, throttledMs: 0 },
};
const pids = { current: 18, threads: 18, limit: 20, limitFrom: '/docker/x', refused: 0 };

describe('bars of what is used', () => {
  it('memory goes up to its limit, processes before what is kept of files', () => {
    expect(memoryBar({ memory, machine, unreadable })).toEqual({
      spans: [
        { role: 'held', from: 0, to: 0.5 },
        { role: 'cache', from: 0.5, to: 0.75 },
      ],
      ...{ limit: 1, peak: 1, cells: 1, isOpen: false },
    });
  });

  it('memory without a limit goes up to all of the machine’s, and nothing ends it', () => {
    const bar = memoryBar({
      memory: { ...memory, limitBytes: null, limitFrom: null },
      machine,
      unreadable,
    });
    expect(bar).toMatchObject({ limit: null, isOpen: true, peak: 64 / 1024 });
    expect(bar.spans.at(-1)?.to).toBeCloseTo(48 / 1024);
  });

  it('has nothing where it is not known', () => {
    expect(
      memoryBar({ memory: { ...memory, usedBytes: null }, machine, unreadable }).spans,
    ).toEqual([]);
    expect(pidsBar({ pids: { ...pids, current: null }, unreadable }).spans).toEqual([]);
  });

  it('is ended where it is not known whether there is a limit', () => {
    const why = 'above-unseen';
    const unlimited = { ...memory, limitBytes: null, limitFrom: null };
    for (const usedBytes of [memory.usedBytes, null]) {
      const told = { memory: { ...unlimited, usedBytes }, machine };
      expect(memoryBar({ ...told, unreadable }).isOpen).toBe(true);
      expect(memoryBar({ ...told, unreadable: { 'memory.limitBytes': why } }).isOpen).toBe(false);
    }
    const free = { cpu: { ...cpu, quotaMs: null }, machine };
    expect(cpuBar({ ...free, unreadable }, 0.5).isOpen).toBe(true);
    expect(cpuBar({ ...free, unreadable: { 'cpu.quotaMs': why } }, 0.5).isOpen).toBe(false);
    for (const current of [18, null]) {
      const told = { pids: { ...pids, current, limit: null } };
      expect(pidsBar({ ...told, unreadable }).isOpen).toBe(true);
      expect(pidsBar({ ...told, unreadable: { 'pids.limit': why } }).isOpen).toBe(false);
    }
    for (const moved of [0, 300]) expect(ioBar(moved, 0, false).isOpen).toBe(false);
  });

  it('has a cell for each processor, and the limit where that many end', () => {
    expect(cpuBar({ cpu, machine, unreadable }, 0.5)).toMatchObject({
      spans: [{ from: 0, to: 0.25 }],
      ...{ limit: 0.25, cells: 2, isOpen: false },
    });
    expect(cpuBar({ cpu: { ...cpu, quotaMs: 800 }, machine, unreadable }, 9)).toMatchObject({
      spans: [{ to: 1 }],
      limit: null,
    });
    expect(quotaCores({ ...cpu, periodMs: 0 })).toBeNull();
  });

  it('has a cell for each task as long as they can be told apart', () => {
    expect(pidsBar({ pids, unreadable })).toMatchObject({
      cells: 20,
      limit: 1,
      spans: [{ to: 0.9 }],
    });
    expect(pidsBar({ pids: { ...pids, limit: 41 }, unreadable }).cells).toBe(1);
    expect(pidsBar({ pids: { ...pids, limit: null }, unreadable })).toMatchObject({
      isOpen: true,
      limit: null,
    });
  });

  it('shows what was read before what was written, and a mark where there is anything', () => {
    const { spans } = ioBar(300, 100, true);
    expect(spans.map(({ role }) => role)).toEqual(['held', 'cache']);
    expect(ioBar(0, 0, true).spans).toEqual([]);
    expect(diskBar(0, false).spans).toEqual([]);
    expect(diskBar(1, false).spans).toHaveLength(1);
    for (const isOpen of [true, false]) {
      for (const bytes of [null, 0, 1]) expect(diskBar(bytes, isOpen).isOpen).toBe(isOpen);
    }
  });
});
