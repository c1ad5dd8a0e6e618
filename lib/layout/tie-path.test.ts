import { describe, expect, test } from 'vitest';
import { NAMESPACE_TYPES } from '../model/namespace-type';
import { distance } from './geometry';
import { CONTAINER_RING } from './ring';
import { curvePath, hostTie, hubTie, pointOn } from './tie-path';

const ORIGIN = { x: 0, y: 0 };

describe('ring', () => {
  test('arcs go clockwise from 12 o’clock in the order of types', () => {
    const angles = NAMESPACE_TYPES.map((type) => {
      const { x, y } = CONTAINER_RING.arcs[type].anchor;
      return (Math.atan2(x, -y) * 180) / Math.PI;
    }).map((degrees) => Math.round(degrees < 0 ? degrees + 360 : degrees));
    const expected = [23, 68, 113, 158, 203, 248, 293, 338];
    angles.forEach((angle, index) => {
      expect(Math.abs(angle - (expected[index] ?? NaN))).toBeLessThanOrEqual(1);
    });
  });
});

describe('hubTie', () => {
  test.each(NAMESPACE_TYPES)('of %s starts at its arc, outward, and ends at the hub', (type) => {
    const hub = { x: 300, y: -120, labelAbove: true };
    const curve = hubTie(ORIGIN, type, hub);
    expect(distance(curve[0], CONTAINER_RING.arcs[type].anchor)).toBeLessThan(0.01);
    expect(distance(pointOn(curve, 0.03), ORIGIN)).toBeGreaterThan(CONTAINER_RING.outer);
    expect(pointOn(curve, 1)).toMatchObject({ x: hub.x, y: hub.y });
  });

  test.each([
    { labelAbove: true, member: { x: 0, y: -200 } },
    { labelAbove: false, member: { x: 0, y: 200 } },
  ])('does not arrive over the label (above: $labelAbove)', ({ labelAbove, member }) => {
    const [, , arriving, end] = hubTie(member, 'pid', { ...ORIGIN, labelAbove });
    const steep = (end.y - arriving.y) / distance(arriving, end);
    expect(labelAbove ? steep : -steep).toBeLessThan(0.2);
  });

  test('goes round its own ring to a hub right behind it', () => {
    const curve = hubTie(ORIGIN, 'net', { x: -300, y: 60, labelAbove: false });
    const nearest = Math.min(
      ...Array.from({ length: 60 }, (_, i) => distance(pointOn(curve, (i + 1) / 60), ORIGIN)),
    );
    expect(nearest).toBeGreaterThan(CONTAINER_RING.inner);
  });
});

test('a tie to the host ends at the same type’s arc there', () => {
  const host = { x: -300, y: 0 };
  const [, , , end] = hostTie(ORIGIN, 'pid', host);
  expect(distance(end, host)).toBeCloseTo(80, 1);
  expect(end.y).toBeLessThan(host.y);
});

test('path data has one decimal and is a single cubic', () => {
  const path = curvePath(hostTie(ORIGIN, 'net', { x: -300, y: 0 }));
  expect(path).toMatch(/^M(-?\d+\.\d),(-?\d+\.\d)C( ?-?\d+\.\d,-?\d+\.\d){3}$/);
});
