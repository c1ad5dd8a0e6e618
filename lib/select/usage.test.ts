import { describe, expect, it } from 'vitest';
import type { UsageRow } from '../protocol/usage';
import { afterUsage, percentOfCore, shortBytes, usageOfRows, type UsageTable } from './usage';

const row = (pid: number, cpuMs: number, startTicks = '1'): UsageRow => {
  return { pid, startTicks, state: 'S', rssBytes: 4096, cpuMs };
};
const WATCHED = [1, 2];

describe('afterUsage', () => {
  const first = afterUsage(new Map(), { at: 1000, rows: [row(1, 500), row(2, 0)] }, WATCHED, []);
  const cpuIn = (table: UsageTable): [number, number | null][] =>
    [...table].map(([pid, { cpu }]) => [pid, cpu]);

  it('knows no share of a core from one reading', () => {
    expect(cpuIn(first)).toEqual([
      [1, null],
      [2, null],
    ]);
  });

  it('has the share since the reading before; what is left out used none', () => {
    const second = afterUsage(first, { at: 3000, rows: [row(1, 1500)] }, WATCHED, []);
    expect(cpuIn(second)).toEqual([
      [1, 0.5],
      [2, 0],
    ]);
    const third = afterUsage(second, { at: 5000, rows: [row(2, 200)] }, WATCHED, []);
    expect(cpuIn(third)).toEqual([
      [1, 0],
      [2, 0.1],
    ]);
  });

  it('does not take another process with the same PID for the one before', () => {
    const second = afterUsage(first, { at: 3000, rows: [row(1, 600, '2')] }, WATCHED, []);
    expect(second.get(1)).toMatchObject({ cpu: null, startTicks: '2' });
  });

  it('forgets what is not on screen any more', () => {
    const second = afterUsage(first, { at: 3000, rows: [row(2, 9)] }, [1], []);
    expect([...second.keys()]).toEqual([1]);
  });

  it('forgets who ended where all are watched, and nobody who is told of before it is seen', () => {
    const second = afterUsage(first, { at: 3000, rows: [row(3, 0)] }, 'all', [{ pid: 2 }]);
    expect([...second.keys()]).toEqual([2, 3]);
  });
});

it.each([
  [[2], [2]],
  [[], []],
  ['all' as const, [1, 2]],
])('of what was known of two, watching %j leaves %j', (watched, left) => {
  const known = afterUsage(new Map(), { at: 1, rows: [row(1, 0), row(2, 0)] }, WATCHED, []);
  expect([...usageOfRows(known, watched).keys()]).toEqual(left);
});

it.each([
  [0, '0.0'],
  [0.0004, '0.0'],
  [0.125, '12.5'],
  [1.874, '187'],
])('%d of a core is %s percent', (cpu, text) => {
  expect(percentOfCore(cpu)).toBe(text);
});

it.each([
  [0, '0B'],
  [999, '999B'],
  [1000, '1.0K'],
  [1024 * 812, '812K'],
  [1024 * 1010, '1.0M'],
  [1024 ** 3 * 1.5, '1.5G'],
  [1024 ** 4 * 3000, '3000T'],
])('%d bytes are %s', (bytes, text) => {
  expect(shortBytes(bytes)).toBe(text);
});
