import { describe, expect, it } from 'vitest';
import { messagesFor } from '../i18n/messages';
import { process } from '../select/course-machine';
import type { SeenProcess } from '../select/vantage';
import { BY_PID } from '../view-state/process-columns';
import { matcher } from './match';
import { processList, type ListWishes } from './process-list';

const { processes: words } = messagesFor('en');

const row = (pid: number, ppid: number, args: string[], inside = pid, uid = 0): SeenProcess => ({
  process: process({ pid, ppid, args }),
  pid: inside,
  uid,
});

const ROWS = [
  row(1, 0, ['/sbin/init']),
  row(611, 1, ['dockerd']),
  row(6871, 1, ['containerd-shim']),
  row(6897, 6871, ['sh', '-c', 'sleep 1d'], 41),
  row(6939, 6897, ['sleep', '1d'], 46, 1000),
];

const list = (wishes: Partial<ListWishes>) =>
  processList(ROWS, { tree: false, folded: [], sort: BY_PID, matches: null, ...wishes }, new Map());
const pids = (wishes: Partial<ListWishes>) => list(wishes).rows.map((each) => each.process.pid);

describe('matcher', () => {
  it.each([
    ['', null],
    ['   ', null],
    ['sleep', [6897, 6939]],
    ['SLEEP', [6897, 6939]],
    ['sleep sh', [6897]],
    ['46', [6939]],
    ['69', [6939]],
    ['939', []],
    ['root sleep', [6897]],
    ['1000', [6939]],
    ['nothing', []],
  ])('%j', (text, expected) => {
    const matches = matcher(text, words);
    expect(matches && ROWS.filter(matches).map((each) => each.process.pid)).toEqual(expected);
  });
});

describe('processList', () => {
  it('counts what the filter leaves out', () => {
    const filtered = list({ matches: matcher('sleep', words) });
    expect(filtered.rows.map(({ process: { pid } }) => pid)).toEqual([6897, 6939]);
    expect(filtered.hidden).toBe(3);
  });

  it('keeps those above what is asked for, and says that they are only between', () => {
    const { rows, hidden } = list({ tree: true, matches: matcher('6939', words) });
    expect(rows.map((each) => [each.process.pid, each.between, each.branch?.lines])).toEqual([
      [1, true, ''],
      [6871, true, '└'],
      [6897, true, ' └'],
      [6939, false, '  └'],
    ]);
    expect(hidden).toBe(1);
  });

  it('folds a part of the tree away, which hides nothing from the counts', () => {
    const { rows, hidden } = list({ tree: true, folded: [6871, 6939, 77] });
    expect(rows.map((each) => [each.process.pid, each.folded])).toEqual([
      [1, false],
      [611, false],
      [6871, true],
    ]);
    expect(rows[2]?.branch?.descendants).toBe(2);
    expect(hidden).toBe(0);
  });

  it('folds nothing in a flat list', () => {
    expect(pids({ folded: [1] })).toEqual([1, 6897, 6939, 611, 6871]);
  });

  it('sorts siblings in a tree', () => {
    const sort = { column: 'command', descending: false } as const;
    expect(pids({ tree: true, sort })).toEqual([1, 6871, 6897, 6939, 611]);
  });
});
