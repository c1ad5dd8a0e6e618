import { expect, it } from 'vitest';
import { NAMESPACE_TYPES } from '../model/namespace-type';
import { CONTAINER_RING } from './ring';
import { SANDBOX_FRAME, SANDBOX_PATHS } from './sandbox-frame';

it('has each type where it is on a ring', () => {
  for (const type of NAMESPACE_TYPES) {
    const [ring, frame] = [CONTAINER_RING.arcs[type], SANDBOX_FRAME.arcs[type]];
    for (const at of ['letter', 'anchor'] as const) {
      const angle = ({ x, y }: { x: number; y: number }) => Math.atan2(y, x);
      const apart = Math.abs(angle(ring[at]) - angle(frame[at]));
      expect(Math.min(apart, 2 * Math.PI - apart)).toBeLessThan(Math.PI / 8);
    }
    const { anchor, normal } = frame;
    expect(Math.max(Math.abs(anchor.x), Math.abs(anchor.y))).toBe(SANDBOX_FRAME.outer);
    expect(normal.x * anchor.x + normal.y * anchor.y).toBe(SANDBOX_FRAME.outer);
  }
});

it('has eight parts of one shape, none of which is another', () => {
  const paths = Object.values(SANDBOX_PATHS);
  expect(new Set(paths).size).toBe(8);
  expect(SANDBOX_PATHS.pid).toBe('M1.5,-47L44.88,-47L31.88,-34L1.5,-34Z');
  expect(SANDBOX_PATHS.net).toBe('M47,-1.5L47,-44.88L34,-31.88L34,-1.5Z');
});
