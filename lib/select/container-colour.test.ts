import { expect, it } from 'vitest';
import { CONTAINER_TINTS, containerColours, inLegend, tintOf } from './container-colour';
import { container, courseMachine } from './course-machine';
import { containerKey } from '../model/ids';

const machine = (names: string[]) => ({
  ...courseMachine,
  containers: names.map((name, nth) =>
    container({ name, pid: 100 + nth, startedAt: new Date(nth * 1000).toISOString() }),
  ),
});
const colours = (names: string[]) => {
  const snapshot = machine(names);
  const found = containerColours(snapshot);
  return new Map(snapshot.containers.map((each) => [each.name, found.get(containerKey(each))]));
};
const many = Array.from({ length: 20 }, (_, nth) => `web-${nth * 7}`);

it('gives as many containers as there are tints a tint of its own each', () => {
  const first = many.slice(0, CONTAINER_TINTS.length);
  expect(new Set(colours(first).values()).size).toBe(CONTAINER_TINTS.length);
});

it('uses each tint equally often when there are more containers than tints', () => {
  const twice = [...colours(many.slice(0, 2 * CONTAINER_TINTS.length)).values()];
  for (const tint of CONTAINER_TINTS) {
    expect(twice.filter((each) => each === tint)).toHaveLength(2);
  }
});

it('has a legend as long as no colour stands for two', () => {
  const names = many.slice(0, CONTAINER_TINTS.length);
  const full = machine(names);
  const listed = inLegend(full, containerColours(full))?.map(({ container }) => container.name);
  expect(new Set(listed)).toEqual(new Set(names));
  const more = machine(many.slice(0, CONTAINER_TINTS.length + 1));
  expect(inLegend(more, containerColours(more))).toBeNull();
});

it('recolours nobody when another container starts', () => {
  const before = colours(many.slice(0, 5));
  const after = colours(many.slice(0, 12));
  for (const [name, tint] of before) expect(after.get(name)).toBe(tint);
});

it('depends on the snapshot, not on its order', () => {
  const snapshot = machine(many);
  const reversed = { ...snapshot, containers: snapshot.containers.toReversed() };
  expect(new Map([...containerColours(reversed)].sort())).toEqual(
    new Map([...containerColours(snapshot)].sort()),
  );
});

it('gives a container that is made again under its name the same colour', () => {
  const again = {
    ...courseMachine,
    containers: courseMachine.containers.map((each) =>
      each.name === 'c2'
        ? { ...each, id: 'e'.repeat(64), startedAt: '2026-11-23T16:00:00Z' }
        : each,
    ),
  };
  const tintOfC2 = (snapshot: typeof courseMachine) =>
    tintOf(
      containerColours(snapshot),
      snapshot.containers.find((each) => each.name === 'c2') ?? expect.fail('no c2'),
    );
  expect(tintOfC2(again)).toBe(tintOfC2(courseMachine));
});

/** WCAG relative luminance of `#rrggbb`. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

// The grounds of app/globals.css on which tints are read: surface, selected, and lit (a quarter of
// the pid hue over the surface).
it.each(CONTAINER_TINTS)('%s is readable on every ground of its theme', (tint) => {
  const [light = '', dark = ''] = tint.match(/#[0-9a-f]{6}/g) ?? [];
  for (const ground of ['#ffffff', '#dce8fb', '#f7e5bf']) {
    expect(contrast(light, ground)).toBeGreaterThanOrEqual(4.5);
  }
  for (const ground of ['#161d2b', '#22304d', '#4a3e20']) {
    expect(contrast(dark, ground)).toBeGreaterThanOrEqual(4.5);
  }
});
