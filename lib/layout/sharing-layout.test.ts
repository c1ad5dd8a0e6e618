import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NAMESPACE_TYPES } from '../model/namespace-type';
import { sampleSnapshot, type Sketch } from './fixtures/sample-snapshot';
import { tooClose } from './geometry';
import { HOST_KEY, roomAt } from './places';
import { sharingGraph } from '../sharing/graph';
import { layOut, type SharingLayout } from './sharing-layout';

const SIZE = { width: 1240, height: 840 };

const sketchArb = fc.record({
  type: fc.constantFrom(...NAMESPACE_TYPES),
  kind: fc.constantFrom('own', 'own', 'shared', 'shared', 'host', 'exited'),
  word: fc.constantFrom('a', 'b', 'c'),
  project: fc.option(fc.constantFrom('shop', 'blog'), { nil: undefined }),
});

/** Machines of up to 24 containers, numbered by name, with all kinds of sharing. */
const machineArb = fc.array(sketchArb, { maxLength: 24 }).map((sketches) =>
  sketches.map(({ type, kind, word, project }, index): Sketch => {
    const sketch: Sketch = { name: `c${index}` };
    if (kind === 'shared') sketch.shares = { [type]: word };
    if (kind === 'host') sketch.host = [type];
    if (kind === 'exited') sketch.state = 'exited';
    if (project !== undefined) sketch.project = project;
    return sketch;
  }),
);

function laidOut(sketches: Sketch[], previous: SharingLayout | null = null): SharingLayout {
  return layOut(sharingGraph(sampleSnapshot(sketches)), SIZE, previous);
}

function overlaps({ places }: SharingLayout): string[] {
  const rooms = [...places].map(([key, place]) => ({ key, box: roomAt(place, place.room) }));
  return rooms.flatMap((a, index) =>
    rooms
      .slice(index + 1)
      .filter((b) => tooClose(a.box, b.box, 0))
      .map((b) => `${a.key} and ${b.key}`),
  );
}

function byKey(places: SharingLayout['places']): [string, unknown][] {
  return [...places].sort(([a], [b]) => (a < b ? -1 : 1));
}

describe('layOut', () => {
  test('everything has a place, and no ring or label overlaps another', () => {
    fc.assert(
      fc.property(machineArb, (sketches) => {
        const graph = sharingGraph(sampleSnapshot(sketches));
        const layout = layOut(graph, SIZE, null);
        const keys = [...graph.nodes.map((node) => node.key), ...graph.hubs.map((hub) => hub.id)];
        expect([...layout.places.keys()].sort()).toEqual([HOST_KEY, ...keys].sort());
        expect(overlaps(layout)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('the order in which containers are listed makes no difference', () => {
    fc.assert(
      fc.property(machineArb, fc.infiniteStream(fc.nat()), (sketches, randoms) => {
        const snapshot = sampleSnapshot(sketches);
        const shuffled = {
          ...snapshot,
          containers: snapshot.containers
            .map((container) => ({ container, at: randoms.next().value ?? 0 }))
            .sort((a, b) => a.at - b.at)
            .map(({ container }) => container),
        };
        const again = layOut(sharingGraph(shuffled), SIZE, null);
        expect(again).toEqual(layOut(sharingGraph(snapshot), SIZE, null));
      }),
      { numRuns: 40 },
    );
  });

  test('what comes moves nothing that is there, and what goes moves nothing that stays', () => {
    fc.assert(
      fc.property(machineArb, fc.nat(24), fc.nat(24), (sketches, come, go) => {
        const before = laidOut(sketches.slice(0, come));
        const grown = laidOut(sketches, before);
        const shrunk = laidOut(sketches.slice(go), grown);
        for (const [earlier, later] of [
          [before, grown],
          [grown, shrunk],
        ] as const) {
          for (const [key, place] of later.places) {
            if (earlier.places.has(key)) expect(place).toEqual(earlier.places.get(key));
          }
          expect(overlaps(later)).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('same input, same result, bit for bit', () => {
    const sketches = Array.from({ length: 30 }, (_, index): Sketch => {
      return { name: `c${index}`, shares: { net: `n${index % 7}` } };
    });
    expect(laidOut(sketches)).toEqual(laidOut(sketches));
  });

  test('a container that is re-created under its name takes the same place again', () => {
    const c1 = { name: 'c1' };
    const both = laidOut([c1, { name: 'c2' }]);
    const alone = laidOut([c1], both);
    const again = laidOut([c1, { name: 'c2' }], alone);
    const [c2] = [...both.places.keys()].filter((key) => key.endsWith('/c2'));
    expect(alone.places.has(c2 ?? '')).toBe(false);
    expect(again.places.get(c2 ?? '')).toEqual(both.places.get(c2 ?? ''));
  });

  test('a container that stops stays where it is, and starts there again', () => {
    const running = [{ name: 'c1' }, { name: 'c2' }];
    const first = laidOut(running);
    const stopped = laidOut([{ name: 'c1' }, { name: 'c2', state: 'exited' }], first);
    const restarted = laidOut(running, stopped);
    expect(byKey(stopped.places)).toEqual(byKey(first.places));
    expect(byKey(restarted.places)).toEqual(byKey(first.places));
  });

  test('a stopped container that starts without room around it finds a new place', () => {
    const others = Array.from({ length: 12 }, (_, index): Sketch => {
      return { name: `old${index}`, state: 'exited' };
    });
    const before = laidOut([{ name: 'c1' }, ...others]);
    const after = laidOut([{ name: 'c1' }, { name: 'old0' }, ...others.slice(1)], before);
    expect(overlaps(after)).toEqual([]);
    const key = [...after.places.keys()].find((each) => each.endsWith('/old0')) ?? '';
    expect(after.places.get(key)?.room).toBe('container');
  });

  test('the first container does not move the host of the empty picture', () => {
    const empty = laidOut([]);
    const first = laidOut([{ name: 'c1' }], empty);
    expect(first.places.get(HOST_KEY)).toEqual(empty.places.get(HOST_KEY));
    for (const place of first.places.values()) {
      const box = roomAt(place, place.room);
      expect(box.left).toBeGreaterThanOrEqual(first.window.left);
      expect(box.right).toBeLessThanOrEqual(first.window.right);
      expect(box.top).toBeGreaterThanOrEqual(first.window.top);
      expect(box.bottom).toBeLessThanOrEqual(first.window.bottom);
    }
  });

  test.each([60, 500])('%d containers do not overlap', (count) => {
    const sketches = Array.from({ length: count }, (_, index): Sketch => {
      const sketch: Sketch = { name: `c${index}` };
      if (index % 4 < 2) sketch.shares = { pid: `p${Math.floor(index / 4)}` };
      if (index % 19 === 3) sketch.host = ['net'];
      return sketch;
    });
    expect(overlaps(laidOut(sketches))).toEqual([]);
  });
});
