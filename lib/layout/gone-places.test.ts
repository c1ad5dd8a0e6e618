import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sharingGraph } from '../sharing/graph';
import { compare } from '../timeline/compare';
import { arrange } from './arrangement';
import { sampleSnapshot, type Sketch } from './fixtures/sample-snapshot';
import { tooClose } from './geometry';
import { boxOf, standingGone } from './gone-places';
import { roomAt } from './places';

const SIZE = { width: 1240, height: 840 };
const named = (names: readonly string[]): Sketch[] =>
  names.map((name) => ({ name, ...(name < 'm' ? { shares: { pid: 'a' } } : {}) }));

function placed(before: readonly string[], after: readonly string[]) {
  const [a, b] = [sampleSnapshot(named(before)), sampleSnapshot(named(after))];
  const graph = sharingGraph(b);
  const { layout } = arrange(graph, SIZE, null);
  return { layout, places: standingGone(compare(a, b), { graph, layout }).places };
}

const names = fc.uniqueArray(fc.constantFrom(...'abcdefghmnopqrst'), { maxLength: 14 });

it('what is gone has a place that nothing else takes, the same each time', () => {
  fc.assert(
    fc.property(names, names, (before, after) => {
      const { layout, places } = placed(before, after);
      const boxes = [...places.values()].map(boxOf);
      expect([...places.keys()]).toHaveLength(
        before.filter((each) => !after.includes(each)).length,
      );
      const taken = [...layout.places.values()].map((place) => roomAt(place, place.room));
      for (const [nth, box] of boxes.entries()) {
        const others = [...taken, ...boxes.slice(nth + 1)];
        expect(others.some((each) => tooClose(each, box, 0))).toBe(false);
      }
      expect(placed(before, after).places).toEqual(places);
    }),
    { numRuns: 30 },
  );
});

it('it stands where it stood, if that is known and free', () => {
  const [a, b] = [sampleSnapshot(named(['m', 'n'])), sampleSnapshot(named(['m']))];
  const first = arrange(sharingGraph(a), SIZE, null);
  const graph = sharingGraph(b);
  const { layout } = arrange(graph, SIZE, first.layout);
  const stood = first.layout.places.get('docker:unix:///run/docker.sock/n');
  const [place] = standingGone(compare(a, b), { graph, layout }).places.values();
  expect(place).toEqual({ x: stood?.x, y: stood?.y });
});

it('one that shared a namespace stands beside who is left in it', () => {
  const [a, b] = [
    sampleSnapshot(named(['c', 'd', 'm', 'n'])),
    sampleSnapshot(named(['d', 'm', 'n'])),
  ];
  const graph = sharingGraph(b);
  const { layout } = arrange(graph, SIZE, null);
  const [place] = standingGone(compare(a, b), { graph, layout }).places.values();
  const away = (name: string) => {
    const at = layout.places.get(`docker:unix:///run/docker.sock/${name}`);
    return Math.hypot((at?.x ?? 0) - (place?.x ?? 0), (at?.y ?? 0) - (place?.y ?? 0));
  };
  expect(away('d')).toBeLessThan(Math.min(away('m'), away('n')));
});

it('one that was made again stands beside who has its name now', () => {
  const a = sampleSnapshot(named(['m', 'n', 'o', 'p']));
  const again = { ...a, containers: a.containers.map((each) => ({ ...each })) };
  const [m] = again.containers;
  if (m !== undefined) m.id = 'f'.repeat(64);
  const graph = sharingGraph(again);
  const { layout } = arrange(graph, SIZE, null);
  const [place] = standingGone(compare(a, again), { graph, layout }).places.values();
  const distances = graph.nodes.map(({ key, container: { name } }) => {
    const at = layout.places.get(key);
    return {
      name,
      away: Math.hypot((at?.x ?? 0) - (place?.x ?? 0), (at?.y ?? 0) - (place?.y ?? 0)),
    };
  });
  expect(distances.toSorted((one, other) => one.away - other.away)[0]?.name).toBe('m');
});

it('what is there is not gone, though the comparison is of a moment ago', () => {
  const [a, b] = [sampleSnapshot(named(['m', 'n'])), sampleSnapshot(named(['m']))];
  const graph = sharingGraph(a);
  const { layout } = arrange(graph, SIZE, null);
  expect(standingGone(compare(a, b), { graph, layout })).toEqual({ gone: [], places: new Map() });
});
