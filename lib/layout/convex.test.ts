import { describe, expect, test } from 'vitest';
import { cornersOf, hullAround, meet, roundedPath } from './convex';
import { boxAround } from './geometry';

const square = (x: number, y: number, half = 10) => cornersOf(boxAround({ x, y }, half, half));
const diamond = [
  { x: 0, y: -20 },
  { x: 20, y: 0 },
  { x: 0, y: 20 },
  { x: -20, y: 0 },
];

describe('meet', () => {
  test.each([
    ['apart', square(0, 0), square(30, 0), false],
    ['edge to edge', square(0, 0), square(20, 0), false],
    ['overlapping', square(0, 0), square(19, 0), true],
    ['one in the other', square(0, 0, 50), square(5, 5, 2), true],
    ['boxes overlap, shapes do not', diamond, square(20, 20, 8), false],
    ['a corner in a slanted edge', diamond, square(16, 16, 8), true],
  ])('%s', (_name, a, b, expected) => {
    expect(meet(a, b)).toBe(expected);
    expect(meet(b, a)).toBe(expected);
  });
});

test('a hull has its boxes’ outer corners and no others', () => {
  const hull = hullAround([boxAround({ x: 0, y: 0 }, 10, 10), boxAround({ x: 40, y: 0 }, 10, 10)]);
  expect(new Set(hull.map(({ x, y }) => `${x},${y}`))).toEqual(
    new Set(['-10,-10', '50,-10', '50,10', '-10,10']),
  );
});

test('round corners stand off the polygon by their radius, either way round', () => {
  const path = roundedPath(square(0, 0), 5);
  expect(path.match(/A5,5/g)).toHaveLength(4);
  const numbers = path.match(/-?\d+\.\d/g)?.map(Number) ?? [];
  expect(Math.max(...numbers)).toBe(15);
  expect(Math.min(...numbers)).toBe(-15);
  const back =
    roundedPath([...square(0, 0)].reverse(), 5)
      .match(/-?\d+\.\d/g)
      ?.map(Number) ?? [];
  expect([...back].sort()).toEqual([...numbers].sort());
});
