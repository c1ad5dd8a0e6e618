import { describe, expect, test } from 'vitest';
import { crossings } from './clarity';
import { sampleSnapshot, type Sketch } from './fixtures/sample-snapshot';
import { tooClose } from './geometry';
import { roomAt } from './places';
import { sharingGraph } from '../sharing/graph';
import { layOut, type SharingLayout } from './sharing-layout';
import { drawnCurves } from './ties';

const SIZE = { width: 1240, height: 840 };

const SHAPES: { name: string; sketch: (nth: number) => Partial<Sketch> }[] = [
  { name: 'one namespace', sketch: () => ({ shares: { net: 'a' } }) },
  { name: 'three namespaces', sketch: () => ({ shares: { net: 'a', ipc: 'a', uts: 'a' } }) },
  { name: 'one, pairs another', sketch: (nth) => ({ shares: { net: 'a', pid: `${nth >> 1}` } }) },
  { name: 'one, in projects', sketch: (nth) => ({ shares: { net: 'a' }, project: `p${nth % 7}` }) },
];

function graphOf(count: number, sketch: (nth: number) => Partial<Sketch>) {
  const sketches = Array.from({ length: count }, (_, nth) => ({ name: `c${nth}`, ...sketch(nth) }));
  return sharingGraph(sampleSnapshot(sketches));
}

/**
 * How often the way of a tie is looked at while so many are laid out: its type is asked for it.
 *
 * @param before the layout to which they are added
 */
function looksFor(
  count: number,
  sketch: (nth: number) => Partial<Sketch>,
  before: SharingLayout | null = null,
): number {
  let looks = 0;
  const { nodes, hubs } = graphOf(count, sketch);
  const watched = hubs.map((hub) => ({
    ...hub,
    get type() {
      looks += 1;
      return hub.type;
    },
  }));
  layOut({ nodes, hubs: watched }, SIZE, before);
  return looks;
}

function overlaps({ places }: SharingLayout): number {
  const boxes = [...places.values()].map((place) => roomAt(place, place.room));
  return boxes.filter((box, nth) => boxes.slice(0, nth).some((each) => tooClose(box, each, 0)))
    .length;
}

describe('many containers that share', () => {
  test.each(SHAPES)('$name: the work grows with them', ({ sketch }) => {
    // In one window only: fewer things are tried in several.
    const [some, more] = [looksFor(170, sketch), looksFor(510, sketch)];
    expect(some).toBeGreaterThan(0);
    // Three times as many: nine times as much work would be the square.
    expect(more / some).toBeLessThan(3 * 1.25);
  });

  test('that come at once and join three are no more work than those that join one', () => {
    const [one, three] = [{ net: 'a' }, { net: 'a', ipc: 'a', uts: 'a' }].map((shares) => {
      const sketch = () => ({ shares });
      return looksFor(130, sketch, layOut(graphOf(30, sketch), SIZE, null));
    });
    // A way for each tie, but then fewer are tried.
    expect((three ?? NaN) / (one ?? NaN)).toBeLessThan(1.5);
  });

  test.each(SHAPES)('$name: no tie runs under anything', ({ sketch }) => {
    for (const count of [13, 40, 150]) {
      const graph = graphOf(count, sketch);
      const layout = layOut(graph, SIZE, null);
      expect(overlaps(layout)).toBe(0);
      expect(crossings(layout.places, drawnCurves(graph, layout.places))).toBe(0);
    }
  });

  test('stand in rows below, in the order of their age', () => {
    const graph = graphOf(60, () => ({ shares: { net: 'a' } }));
    const { places } = layOut(graph, SIZE, null);
    const hub = places.get(graph.hubs[0]?.id ?? '');
    const members = graph.nodes.map(({ key }) => places.get(key) ?? { x: NaN, y: NaN });
    expect(members.every(({ y }) => y > (hub?.y ?? NaN))).toBe(true);
    expect(members).toEqual([...members].sort((a, b) => a.y - b.y || a.x - b.x));
  });

  test('keep their places when more come', () => {
    const sketch = () => ({ shares: { net: 'a' } });
    const before = layOut(graphOf(30, sketch), SIZE, null);
    const graph = graphOf(45, sketch);
    const after = layOut(graph, SIZE, before);
    for (const [key, place] of before.places) expect(after.places.get(key)).toEqual(place);
    expect(overlaps(after)).toBe(0);
  });

  test('stand the same, whatever the order of the list', () => {
    const sketches = Array.from({ length: 50 }, (_, nth): Sketch => {
      return { name: `c${nth}`, shares: { net: 'a', ipc: `${nth % 3}` }, project: `p${nth % 4}` };
    });
    const snapshot = sampleSnapshot(sketches);
    const turned = { ...snapshot, containers: snapshot.containers.toReversed() };
    expect(layOut(sharingGraph(turned), SIZE, null)).toEqual(
      layOut(sharingGraph(snapshot), SIZE, null),
    );
  });
});
