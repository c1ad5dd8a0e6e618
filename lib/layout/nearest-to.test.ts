import { expect, it } from 'vitest';
import { nearestTo } from './nearest-to';

it.each<[string, [string, number, number][], string | null]>([
  ['nothing', [], null],
  ['what is there alone, however far', [['a', 900, 900]], 'a'],
  [
    'the nearer one, in whatever direction',
    [
      ['a', 30, 0],
      ['b', 0, -20],
    ],
    'b',
  ],
  [
    'the first of two as near',
    [
      ['a', 0, 20],
      ['b', 20, 0],
    ],
    'a',
  ],
])('%s', (_, places, expected) => {
  const map = new Map(places.map(([key, x, y]) => [key, { x, y }]));
  expect(nearestTo(map, { x: 0, y: 0 })).toBe(expected);
});
