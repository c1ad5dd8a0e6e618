import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sharingGraph } from '../sharing/graph';
import { arrange } from './arrangement';
import { sampleSnapshot } from './fixtures/sample-snapshot';
import { tooClose } from './geometry';
import { roomAt } from './places';
import { sandboxBox, sandboxPlaces, type Wanted } from './sandbox-places';

const SIZE = { width: 1240, height: 840 };

function arranged(containers: number) {
  const graph = sharingGraph(
    sampleSnapshot(
      Array.from({ length: containers }, (_, nth) => ({
        name: `c${String(nth)}`,
        ...(nth < 2 ? { shares: { pid: 'a' } } : {}),
      })),
    ),
  );
  return { graph, layout: arrange(graph, SIZE, null).layout, gone: [] };
}

const alone = (...keys: string[]): Wanted[] => keys.map((key) => ({ key, beside: null }));
const keyOf = (name: string) => `docker:unix:///run/docker.sock/${name}`;
const distanceTo = (a: { x: number; y: number }, b: { x: number; y: number } | undefined) =>
  b === undefined ? Infinity : Math.hypot(a.x - b.x, a.y - b.y);

it('each has a place that nothing else takes, the same each time', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 9 }),
      fc.nat({ max: 60 }),
      fc.boolean(),
      (containers, count, tied) => {
        const picture = arranged(containers);
        const wanted = Array.from({ length: count }, (_, nth): Wanted => ({
          key: `s${String(nth)}`,
          beside: tied && containers > 0 && nth % 3 === 0 ? keyOf('c0') : null,
        }));
        const places = sandboxPlaces(wanted, picture, new Map());
        expect([...places.keys()].sort()).toEqual(wanted.map(({ key }) => key).sort());
        const taken = [...picture.layout.places.values()].map((each) => roomAt(each, each.room));
        const boxes = [...places.values()].map(sandboxBox);
        for (const [nth, box] of boxes.entries()) {
          const others = [...taken, ...boxes.slice(nth + 1)];
          expect(others.some((each) => tooClose(each, box, 0))).toBe(false);
        }
        expect(sandboxPlaces(wanted, picture, new Map())).toEqual(places);
      },
    ),
    { numRuns: 20 },
  );
});

it('one that shares with something stands nearer to it than those that do not', () => {
  const picture = arranged(3);
  const places = sandboxPlaces(
    [...alone('s1', 's2'), { key: 's3', beside: keyOf('c0') }],
    picture,
    new Map(),
  );
  const away = (key: string) =>
    distanceTo(places.get(key) ?? { x: 0, y: 0 }, picture.layout.places.get(keyOf('c0')));
  expect(away('s3')).toBeLessThan(Math.min(away('s1'), away('s2')));
});

it('stays where it stood while others come and go, as long as nothing else stands there', () => {
  const picture = arranged(3);
  const before = sandboxPlaces(alone('s1', 's2', 's3'), picture, new Map());
  const after = sandboxPlaces(alone('s0', 's2', 's3'), picture, before);
  expect([after.get('s2'), after.get('s3')]).toEqual([before.get('s2'), before.get('s3')]);
  expect(after.get('s0')).toEqual(before.get('s1'));
  const { x = 0, y = 0 } = picture.layout.places.get(keyOf('c0')) ?? {};
  const moved = sandboxPlaces(alone('s1'), picture, new Map([['s1', { x, y }]]));
  expect(moved.get('s1')).not.toEqual({ x, y });
});

it('stands on nothing that is gone, and leaves where that comes to stand', () => {
  const picture = arranged(3);
  const wanted: Wanted[] = [...alone('s1'), { key: 's2', beside: keyOf('c0') }];
  const before = sandboxPlaces(wanted, picture, new Map());
  const gone = [...before.values()].map(sandboxBox);
  for (const place of sandboxPlaces(wanted, { ...picture, gone }, before).values()) {
    expect(gone.some((each) => tooClose(each, sandboxBox(place), 0))).toBe(false);
  }
});

it('stands beside a host that is alone, on the canvas', () => {
  const picture = arranged(0);
  const { window } = picture.layout;
  for (const place of sandboxPlaces(alone('s1', 's2', 's3'), picture, new Map()).values()) {
    expect(sandboxBox(place).left).toBeGreaterThanOrEqual(window.left);
    expect(sandboxBox(place).bottom).toBeLessThanOrEqual(window.bottom);
  }
});
