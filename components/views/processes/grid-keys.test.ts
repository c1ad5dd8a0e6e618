import { describe, expect, it } from 'vitest';
import { process } from '@lib/select/course-machine';
import { processList } from '@lib/process-list/process-list';
import { BY_PID } from '@lib/view-state/process-columns';
import { rowAction } from './grid-keys';

const SEEN = [
  [1, 0],
  [2, 1],
  [3, 2],
  [4, 1],
].map(([pid = 0, ppid = 0]) => ({ process: process({ pid, ppid }), pid, uid: 0 }));

const rows = (tree: boolean, folded: number[] = []) =>
  processList(SEEN, { tree, folded, sort: BY_PID, matches: null }, new Map()).rows;

describe('rowAction', () => {
  it.each([
    ['ArrowDown', 1, { do: 'move', to: 2 }],
    ['ArrowDown', 3, { do: 'move', to: 3 }],
    ['ArrowUp', 0, { do: 'move', to: 0 }],
    ['PageDown', 0, { do: 'move', to: 2 }],
    ['PageUp', 3, { do: 'move', to: 1 }],
    ['Home', 3, { do: 'move', to: 0 }],
    ['End', 0, { do: 'move', to: 3 }],
    ['Enter', 1, { do: 'reveal' }],
    [' ', 1, { do: 'reveal' }],
    ['n', 1, { do: 'number' }],
    ['x', 1, null],
    // In a tree alone.
    ['ArrowLeft', 1, null],
    ['ArrowRight', 1, null],
  ])('%s at row %d of a flat list', (key, at, expected) => {
    expect(rowAction(key, rows(false), at, 2)).toEqual(expected);
  });

  it.each([
    ['unfolded: fold', 'ArrowLeft', 1, [], { do: 'fold' }],
    ['no child: to the parent', 'ArrowLeft', 2, [], { do: 'move', to: 1 }],
    ['folded: to the parent', 'ArrowLeft', 1, [2], { do: 'move', to: 0 }],
    ['folded root: nowhere', 'ArrowLeft', 0, [1], null],
    ['unfolded: to the first child', 'ArrowRight', 1, [], { do: 'move', to: 2 }],
    ['folded: unfold', 'ArrowRight', 1, [2], { do: 'fold' }],
    ['no child: nowhere', 'ArrowRight', 3, [], null],
  ])('in a tree, %s', (_name, key, at, folded, expected) => {
    expect(rowAction(key, rows(true, folded), at, 2)).toEqual(expected);
  });
});
