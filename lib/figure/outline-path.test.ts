import fc from 'fast-check';
import { expect, it } from 'vitest';
import { outlinePath, type PathCommand } from './outline-path';

it.each<[string, PathCommand[], string]>([
  ['nothing', [], ''],
  [
    'a triangle',
    [
      { type: 'M', values: [10, 20] },
      { type: 'L', values: [30, 20] },
      { type: 'L', values: [10, -5] },
      { type: 'Z', values: [] },
    ],
    'M10 20l20 0l-20-25z',
  ],
  [
    'two contours, each from where it is',
    [
      { type: 'M', values: [1, 1] },
      { type: 'Q', values: [2, 2, 3, 1] },
      { type: 'Z', values: [] },
      { type: 'M', values: [100, 100] },
      { type: 'C', values: [101, 101, 102, 102, 103, 100] },
      { type: 'Z', values: [] },
    ],
    'M1 1q1 1 2 0zM100 100c1 1 2 2 3 0z',
  ],
])('writes %s', (_, commands, path) => {
  expect(outlinePath(commands)).toBe(path);
});

it('ends within half a unit of where it should, however many pieces are rounded', () => {
  const point = fc.double({ min: -5000, max: 5000, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(point, point), { minLength: 2, maxLength: 60 }), (points) => {
      const path = outlinePath(
        points.map((values, nth) => ({
          type: nth === 0 ? ('M' as const) : ('L' as const),
          values,
        })),
      );
      const numbers = [...path.matchAll(/-?\d+/g)].map(Number);
      const sums = [0, 1].map((axis) =>
        numbers.reduce((sum, each, at) => (at % 2 === axis ? sum + each : sum), 0),
      );
      const last = points.at(-1) ?? [0, 0];
      for (const axis of [0, 1]) {
        expect(Math.abs((sums[axis] ?? 0) - (last[axis] ?? 0))).toBeLessThanOrEqual(0.5);
      }
    }),
  );
});
