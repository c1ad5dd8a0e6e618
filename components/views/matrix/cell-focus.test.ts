import { expect, it } from 'vitest';
import { stepFrom } from './cell-focus';

const ROWS = [':host', 'a', 'b', 'c'];

it.each([
  ['ArrowDown', false, { row: 'b', column: 2 }],
  ['ArrowUp', false, { row: ':host', column: 2 }],
  ['PageDown', false, { row: 'c', column: 2 }],
  ['PageUp', false, { row: ':host', column: 2 }],
  ['ArrowRight', false, { row: 'a', column: 3 }],
  ['ArrowLeft', false, { row: 'a', column: 1 }],
  ['Home', false, { row: 'a', column: 0 }],
  ['End', false, { row: 'a', column: 3 }],
  ['Home', true, { row: ':host', column: 0 }],
  ['End', true, { row: 'c', column: 3 }],
  ['x', false, null],
])('%s (control: %s)', (key, control, expected) => {
  expect(stepFrom({ row: 'a', column: 2 }, key, control, ROWS, 3)).toEqual(expected);
});

it('stays at the edges', () => {
  expect(stepFrom({ row: ':host', column: 0 }, 'ArrowUp', false, ROWS, 3)?.row).toBe(':host');
  expect(stepFrom({ row: 'c', column: 3 }, 'ArrowRight', false, ROWS, 3)?.column).toBe(3);
});

it('begins at the top when the row is gone', () => {
  expect(stepFrom({ row: 'gone', column: 0 }, 'ArrowDown', false, ROWS, 3)?.row).toBe('a');
});
