import { describe, expect, test } from 'vitest';
import { fitCamera, isOnCanvas, maxFitScale, seenTogether, visibleBox, wayOnto } from './camera';

const SIZE = { width: 1240, height: 840 };

describe('fitCamera', () => {
  test.each([
    { name: 'wide', bounds: { left: -2000, top: -100, right: 2000, bottom: 100 } },
    { name: 'tall', bounds: { left: 0, top: 0, right: 100, bottom: 5000 } },
    { name: 'small', bounds: { left: -10, top: -10, right: 10, bottom: 10 } },
  ])('shows all of what is $name', ({ bounds }) => {
    const camera = fitCamera(bounds, SIZE);
    const visible = visibleBox(camera, SIZE);
    expect(camera.scale).toBeLessThanOrEqual(maxFitScale(SIZE));
    expect(visible.left).toBeLessThanOrEqual(bounds.left + 0.001);
    expect(visible.top).toBeLessThanOrEqual(bounds.top + 0.001);
    expect(visible.right).toBeGreaterThanOrEqual(bounds.right - 0.001);
    expect(visible.bottom).toBeGreaterThanOrEqual(bounds.bottom - 0.001);
  });
});

test('isOnCanvas', () => {
  const camera = { scale: 2, x: 100, y: 0 };
  expect(isOnCanvas({ x: 0, y: 0 }, camera, SIZE)).toBe(true);
  expect(isOnCanvas({ x: -51, y: 0 }, camera, SIZE)).toBe(false);
  expect(isOnCanvas({ x: 0, y: 421 }, camera, SIZE)).toBe(false);
});

test.each([
  { name: 'on the canvas', box: [100, 100, 200, 200], way: [0, 0] },
  { name: 'beyond the right edge', box: [600, 100, 700, 200], way: [-520, 0] },
  { name: 'across the upper edge', box: [100, -10, 200, 90], way: [0, 40] },
  { name: 'wider than the canvas', box: [500, 100, 2000, 200], way: [-1080, 0] },
])('wayOnto leads to all of a box: $name', ({ box, way }) => {
  const [left = 0, top = 0, right = 0, bottom = 0] = box;
  const size = { width: 1000, height: 840 };
  const { dx, dy } = wayOnto({ left, top, right, bottom }, { scale: 2, x: 100, y: 0 }, size, 20);
  expect([dx, dy]).toEqual(way);
});

describe('seenTogether', () => {
  const box = (left: number, top: number) => ({ left, top, right: left + 100, bottom: top + 100 });
  test.each([
    { name: 'nothing', boxes: [], seen: null },
    { name: 'one, however far', boxes: [box(9000, 0)], seen: box(9000, 0) },
    {
      name: 'all that fit',
      boxes: [box(0, 0), box(380, 0), box(0, 300)],
      seen: { left: 0, top: 0, right: 480, bottom: 400 },
    },
    {
      name: 'without one that is too far from the first, with a later one that is not',
      boxes: [box(0, 0), box(381, 0), box(200, 0)],
      seen: { left: 0, top: 0, right: 300, bottom: 100 },
    },
  ])('$name', ({ boxes, seen }) => {
    expect(seenTogether(boxes, 2, { width: 1000, height: 840 }, 20)).toEqual(seen);
  });
});
