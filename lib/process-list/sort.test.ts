import { expect, it } from 'vitest';
import { process } from '../select/course-machine';
import type { Usage, UsageTable } from '../select/usage';
import type { SeenProcess } from '../select/vantage';
import { COLUMNS, type Column } from '../view-state/process-columns';
import { sorted } from './sort';

const row = (pid: number, inside: number, uid: number | null, args: string[], minute: number) => ({
  process: process({ pid, uid, args, startedAt: `2026-11-23T15:${minute}:00.000Z` }),
  pid: inside,
  uid: uid === null ? null : uid % 100,
});

const ROWS: SeenProcess[] = [
  row(30, 1, 200, ['b'], 12),
  row(10, 2, 101, ['A'], 13),
  row(20, 9, null, ['c'], 11),
];

const usage = (
  pid: number,
  state: string,
  cpu: number | null,
  rssBytes: number,
): [number, Usage] => [
  pid,
  { pid, startTicks: String(pid * 10), state, rssBytes, cpuMs: 0, at: 0, cpu },
];
const USAGE: UsageTable = new Map([usage(30, 'S', null, 300), usage(10, 'R', 0.5, 100)]);

const order = (column: Column, descending: boolean, rows = ROWS) =>
  sorted(rows, { column, descending }, USAGE).map(({ process: { pid } }) => pid);

it.each<[Column, number[], number[]]>([
  ['pid', [30, 10, 20], [20, 10, 30]],
  ['host-pid', [10, 20, 30], [30, 20, 10]],
  // Unknown comes last both ways.
  ['user', [30, 10, 20], [10, 30, 20]],
  ['host-user', [10, 30, 20], [30, 10, 20]],
  ['state', [10, 30, 20], [30, 10, 20]],
  ['cpu', [10, 30, 20], [10, 30, 20]],
  ['memory', [10, 30, 20], [30, 10, 20]],
  ['start', [20, 30, 10], [10, 30, 20]],
  ['command', [10, 30, 20], [20, 30, 10]],
])('by %s', (column, up, down) => {
  expect(order(column, false)).toEqual(up);
  expect(order(column, true)).toEqual(down);
});

it('does not depend on the order given', () => {
  for (const column of COLUMNS) {
    expect(order(column, true, ROWS.toReversed())).toEqual(order(column, true));
  }
});

it('takes no usage of another process with the same PID', () => {
  const [first] = ROWS;
  if (first === undefined) throw new Error('no row');
  const later = [{ ...first, process: { ...first.process, startTicks: '999' } }, ...ROWS.slice(1)];
  expect(order('memory', true, later)).toEqual([10, 30, 20]);
});
