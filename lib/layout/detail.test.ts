import { expect, test } from 'vitest';
import { DETAILS, detailAt, leastName, nameFromBackRow, projectName } from './detail';

test.each([
  [2, 'full'],
  [0.8, 'full'],
  [0.79, 'middle'],
  [0.5, 'names'],
  [0.38, 'far'],
  [0.31, 'farthest'],
  [0.18, 'none'],
])('at scale %d: %s', (scale, detail) => {
  expect(detailAt(scale)).toBe(detail);
});

test.each([
  [2, 'backRow'],
  [1.8, 'backRow'],
  [1.79, 'names'],
])('at scale %d from the back row: %s', (scale, detail) => {
  expect(detailAt(scale, true)).toBe(detail);
});

test('no name is smaller than ten pixels on the screen', () => {
  for (let scale = 0.2; scale < 0.8; scale += 0.01) {
    const least = leastName(detailAt(scale));
    expect(least === null ? Infinity : least * scale).toBeGreaterThan(10);
  }
  expect(DETAILS.map(leastName)[0]).toBeNull();
});

test('a name on the upper edge reaches above it from the back row, and one on the lower edge below', () => {
  const upper = nameFromBackRow({ x: 10, y: -50, edge: -1 });
  expect([upper.left, upper.right]).toEqual([10, 10]);
  expect(upper.top).toBeLessThan(-50 - projectName('backRow') / 2 + 1);
  const lower = nameFromBackRow({ x: 10, y: 50, edge: 1 });
  expect(lower.bottom).toBe(-upper.top);
});
