import { STOPPED_KEY } from '@lib/sharing/stopped-fold';
import { describe, expect, it } from 'vitest';
import { rowBeside, stepFrom } from './cell-focus';

const ROWS = [':host', 'a', 'b', 'c'];

it.each([
  ['ArrowDown', { row: 'b', column: 2 }],
  ['ArrowUp', { row: ':host', column: 2 }],
  ['PageDown', { row: 'c', column: 2 }],
  ['PageUp', { row: ':host', column: 2 }],
  ['ArrowRight', { row: 'a', column: 3 }],
  ['ArrowLeft', { row: 'a', column: 1 }],
  ['Home', { row: 'a', column: 0 }],
  ['End', { row: 'a', column: 3 }],
  ['Control+Home', { row: ':host', column: 0 }],
  ['Control+End', { row: 'c', column: 3 }],
  ['x', null],
])('%s', (stroke, expected) => {
  expect(stepFrom({ row: 'a', column: 2 }, stroke, ROWS, 3)).toEqual(expected);
});

describe('the row of the stopped ones, one cell in all columns', () => {
  const rows = [...ROWS, STOPPED_KEY, 'old'];
  it.each([
    ['c', 'ArrowDown', { row: STOPPED_KEY, column: 2 }],
    ['old', 'ArrowUp', { row: STOPPED_KEY, column: 2 }],
    [STOPPED_KEY, 'ArrowDown', { row: 'old', column: 2 }],
    [STOPPED_KEY, 'ArrowUp', { row: 'c', column: 2 }],
    [STOPPED_KEY, 'ArrowRight', { row: STOPPED_KEY, column: 2 }],
    [STOPPED_KEY, 'ArrowLeft', { row: STOPPED_KEY, column: 2 }],
    [STOPPED_KEY, 'Home', { row: STOPPED_KEY, column: 2 }],
    [STOPPED_KEY, 'End', { row: STOPPED_KEY, column: 2 }],
  ])('from %s by %s', (row, stroke, expected) => {
    expect(stepFrom({ row, column: 2 }, stroke, rows, 3)).toEqual(expected);
  });
  it('is the last where they are folded', () => {
    const folded = [...ROWS, STOPPED_KEY];
    const last = stepFrom({ row: ':host', column: 2 }, 'Control+End', folded, 3);
    expect(last).toEqual({ row: STOPPED_KEY, column: 3 });
  });
});

it('stays at the edges', () => {
  expect(stepFrom({ row: ':host', column: 0 }, 'ArrowUp', ROWS, 3)?.row).toBe(':host');
  expect(stepFrom({ row: 'c', column: 3 }, 'ArrowRight', ROWS, 3)?.column).toBe(3);
});

it('begins at the top when the row is gone', () => {
  expect(stepFrom({ row: 'gone', column: 0 }, 'ArrowDown', ROWS, 3)?.row).toBe('a');
});

describe('the row beside one that is gone', () => {
  it.each<[string, string, string[], string | null]>([
    ['below it', 'b', [':host', 'a', 'c'], 'c'],
    ['above it, for it was the last', 'c', [':host', 'a', 'b'], 'b'],
    ['the nearer one where others went as well', 'b', [':host', 'a'], 'a'],
    ['none of it is left', 'b', ['new'], null],
    ['it was never there', 'x', [':host', 'a'], null],
  ])('%s', (_, gone, now, expected) => {
    expect(rowBeside(gone, ROWS, now)).toBe(expected);
  });
});
