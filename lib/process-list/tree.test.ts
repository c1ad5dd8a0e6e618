import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courseMachine, process } from '../select/course-machine';
import { findVantage, seenFrom, type SeenProcess } from '../select/vantage';
import { eldersOf } from './elders';
import { treeOf } from './tree';

const seen = (...pairs: [pid: number, ppid: number][]): SeenProcess[] =>
  pairs.map(([pid, ppid]) => ({ process: process({ pid, ppid }), pid, uid: 0 }));

/** `└ 6939`: what the rows look like. */
function drawn(processes: readonly SeenProcess[]): string[] {
  return treeOf(processes).map((row) => `${row.branch.lines}${row.seen.process.pid}`);
}

describe('treeOf', () => {
  it.each([
    ['nothing', seen(), []],
    ['roots side by side', seen([1, 0], [2, 0]), ['1', '2']],
    ['a line down', seen([1, 0], [2, 1], [3, 2]), ['1', '└2', ' └3']],
    [
      'an elder sibling’s line goes on',
      seen([1, 0], [2, 1], [3, 2], [4, 1]),
      ['1', '├2', '│└3', '└4'],
    ],
    ['siblings as they were given', seen([1, 0], [9, 1], [3, 1]), ['1', '├9', '└3']],
    ['a parent that is not seen', seen([7, 5], [8, 7]), ['7', '└8']],
    ['children given before their parent', seen([3, 2], [2, 1], [1, 0]), ['1', '└2', ' └3']],
    ['its own parent', seen([4, 4]), ['4']],
    ['two that descend from each other', seen([5, 6], [6, 5], [7, 6]), ['5', '└6', ' └7']],
    ['a loop below nobody, beside a tree', seen([1, 0], [5, 6], [6, 5]), ['1', '5', '└6']],
  ])('%s', (_name, processes, rows) => {
    expect(drawn(processes)).toEqual(rows);
  });

  it('is as the vantage sees it: what came from outside is a root', () => {
    const c1 = findVantage(courseMachine, 'c1');
    const rows = c1 === null ? [] : (seenFrom(courseMachine, c1) ?? []);
    const put = rows.map((row) =>
      row.pid === 6 ? { ...row, process: { ...row.process, ppid: 6897 } } : row,
    );
    const tree = treeOf(put).map((row) => [row.seen.pid, row.branch.depth]);
    expect(tree).toEqual([
      [1, 0],
      [6, 1],
      [13, 0],
      [18, 0],
    ]);
  });

  it('counts descendants, and places among siblings', () => {
    const rows = treeOf(seen([1, 0], [2, 1], [3, 2], [4, 1]));
    expect(rows.map(({ branch }) => branch.descendants)).toEqual([3, 1, 0, 0]);
    expect(rows.map(({ branch }) => [branch.position, branch.siblings])).toEqual([
      [1, 1],
      [1, 2],
      [1, 1],
      [2, 2],
    ]);
  });

  it('holds each process exactly once below its parent, whatever the parents', () => {
    const parents = fc.array(fc.nat({ max: 30 }), { maxLength: 30 });
    fc.assert(
      fc.property(parents, (ppids) => {
        const processes = seen(...ppids.map((ppid, pid): [number, number] => [pid, ppid]));
        const rows = treeOf(processes);
        const pids = rows.map((row) => row.seen.process.pid);
        expect(pids.toSorted((a, b) => a - b)).toEqual([...ppids.keys()]);
        for (const [index, { seen: each, branch }] of rows.entries()) {
          if (branch.parent === null) continue;
          expect(branch.parent).toBe(each.process.ppid);
          expect(pids.indexOf(branch.parent)).toBeLessThan(index);
          expect(branch.lines).toHaveLength(branch.depth);
        }
        const roots = rows.filter(({ branch }) => branch.parent === null);
        const all = roots.reduce((sum, { branch }) => sum + branch.descendants + 1, 0);
        expect(all).toBe(ppids.length);
      }),
    );
  });
});

it('eldersOf goes up to the first, and ends in a loop', () => {
  const processes = [
    { pid: 1, ppid: 0 },
    { pid: 2, ppid: 1 },
    { pid: 3, ppid: 2 },
    { pid: 8, ppid: 9 },
    { pid: 9, ppid: 8 },
  ];
  expect([...eldersOf(3, processes)]).toEqual([2, 1, 0]);
  expect([...eldersOf(8, processes)]).toEqual([9, 8]);
  expect([...eldersOf(77, processes)]).toEqual([]);
});
