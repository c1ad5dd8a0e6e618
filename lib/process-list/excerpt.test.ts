import { describe, expect, it } from 'vitest';
import { process } from '../select/course-machine';
import { excerpt } from './excerpt';
import { processList, type ListedProcess } from './process-list';

/** PIDs with the PIDs of their parents, as a list has them. */
function rowsOf(tree: boolean, ...pairs: [pid: number, ppid: number][]): ListedProcess[] {
  const seen = pairs.map(([pid, ppid]) => ({ process: process({ pid, ppid }), pid, uid: 0 }));
  const sort = { column: 'pid', descending: false } as const;
  return processList(seen, { tree, folded: [], sort, matches: null }, new Map()).rows;
}

const drawn = (rows: readonly ListedProcess[]) =>
  rows.map(({ process: { pid }, branch }) => `${branch?.lines ?? ''}${String(pid)}`);

describe('excerpt', () => {
  const asked = (...pids: number[]) => {
    return ({ process: { pid } }: ListedProcess) => (pids.includes(pid) ? 0 : 1);
  };

  it('is the whole list where there is room for it', () => {
    const rows = rowsOf(false, [1, 0], [2, 0]);
    expect(excerpt(rows, 2, asked(2))).toEqual(rows);
  });

  it('has what is asked for, then the first of the others, in the order of the list', () => {
    const rows = rowsOf(false, [1, 0], [2, 0], [3, 0], [4, 0], [5, 0]);
    expect(drawn(excerpt(rows, 3, asked(5, 3)))).toEqual(['1', '3', '5']);
    expect(drawn(excerpt(rows, 1, asked(5, 3)))).toEqual(['3']);
  });

  it('leads to a row of a tree from those above it', () => {
    const rows = rowsOf(true, [1, 0], [2, 1], [3, 1], [4, 3], [5, 4]);
    expect(drawn(excerpt(rows, 4, asked(5)))).toEqual(['1', '└3', ' └4', '  └5']);
  });

  it('leaves out a row that would need more room for those above it than there is', () => {
    const rows = rowsOf(true, [1, 0], [2, 1], [3, 2], [9, 0]);
    expect(drawn(excerpt(rows, 2, asked(3)))).toEqual(['1', '└2']);
  });
});
