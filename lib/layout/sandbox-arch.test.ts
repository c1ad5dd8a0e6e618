import { expect, it } from 'vitest';
import { NAMESPACE_TYPES } from '../model/namespace-type';
import { sandboxArch } from './sandbox-arch';
import { SANDBOX_FRAME } from './sandbox-frame';
import { pointsAlong, timesBetween } from './tie-path';

const [LEFT, BETWEEN, RIGHT] = [0, 134, 268].map((x) => ({ x, y: 0 }));

it('passes what stands between two of a row, and keeps out of the next row', () => {
  const { outer } = SANDBOX_FRAME;
  for (const type of NAMESPACE_TYPES) {
    const curve = sandboxArch(RIGHT ?? { x: 0, y: 0 }, LEFT ?? { x: 0, y: 0 }, type);
    for (const { x, y } of pointsAlong(curve, timesBetween(40))) {
      const inside = (middle: number) => Math.abs(x - middle) < outer && Math.abs(y) < outer;
      expect(inside(BETWEEN?.x ?? 0), `${type} ${String(x)} ${String(y)}`).toBe(false);
      expect(Math.abs(y)).toBeLessThan(134 - outer);
    }
  }
});

it('has a lane of its own for each type on a side', () => {
  const highest = NAMESPACE_TYPES.map((type) => {
    const points = pointsAlong(sandboxArch({ x: 268, y: 0 }, { x: 0, y: 0 }, type), [0.5]);
    return Math.round(points[0]?.y ?? 0);
  });
  expect(new Set(highest).size).toBe(NAMESPACE_TYPES.length);
});
