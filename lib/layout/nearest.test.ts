import { describe, expect, test } from 'vitest';
import { nearestInDirection, readingOrder } from './nearest';

const places = new Map([
  ['middle', { x: 0, y: 0 }],
  ['right', { x: 170, y: 0 }],
  ['far right', { x: 340, y: 0 }],
  ['upper right', { x: 84, y: -146 }],
  ['below', { x: -84, y: 146 }],
]);

describe('nearestInDirection', () => {
  test.each([
    { from: 'middle', direction: 'right', to: 'right' },
    { from: 'right', direction: 'right', to: 'far right' },
    { from: 'far right', direction: 'left', to: 'right' },
    { from: 'middle', direction: 'up', to: 'upper right' },
    { from: 'middle', direction: 'down', to: 'below' },
    { from: 'below', direction: 'down', to: null },
    { from: 'nowhere', direction: 'down', to: null },
  ] as const)('$direction of $from is $to', ({ from, direction, to }) => {
    expect(nearestInDirection(places, from, direction)).toBe(to);
  });
});

test('reading order: rows from above, each from the left', () => {
  expect(readingOrder(places, places.keys())).toEqual([
    'upper right',
    'middle',
    'right',
    'far right',
    'below',
  ]);
});
