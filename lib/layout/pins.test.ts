import { describe, expect, test } from 'vitest';
import { sampleSnapshot, type Sketch } from './fixtures/sample-snapshot';
import { letGo, pinAt } from './pins';
import { sharingGraph } from '../sharing/graph';
import { layOut, type SharingLayout } from './sharing-layout';

const SIZE = { width: 1240, height: 840 };
const SKETCHES: Sketch[] = [{ name: 'c1' }, { name: 'c2' }, { name: 'c3' }];
const FAR = { x: 555.4, y: -333.6 };

const graphOf = (sketches: Sketch[]) => sharingGraph(sampleSnapshot(sketches));
const graph = graphOf(SKETCHES);
const [first, second] = graph.nodes.map(({ key }) => key);
const key = first ?? '';

function others({ places }: SharingLayout): unknown[] {
  return [...places].filter(([each]) => each !== key).sort(([a], [b]) => (a < b ? -1 : 1));
}

describe('a thing moved by hand', () => {
  const home = layOut(graph, SIZE, null);
  const moved = pinAt(home, key, FAR);

  test('stands there, to the pixel, and nothing else moves', () => {
    expect(moved.places.get(key)).toMatchObject({ x: 555, y: -334 });
    expect(others(moved)).toEqual(others(home));
    expect([...moved.pins.keys()]).toEqual([key]);
  });

  test('stays there when others come', () => {
    const later = layOut(graphOf([...SKETCHES, { name: 'c4' }, { name: 'c5' }]), SIZE, moved);
    expect(later.places.get(key)).toEqual(moved.places.get(key));
    expect(later.pins.has(key)).toBe(true);
  });

  test('keeps its place free for when it comes back', () => {
    const crowd = Array.from({ length: 12 }, (_, nth) => ({ name: `n${String(nth)}` }));
    const full = graphOf([...SKETCHES, ...crowd]);
    const later = layOut(full, SIZE, moved);
    expect(layOut(full, SIZE, letGo(later, key)).places.get(key)).toEqual(home.places.get(key));
  });

  test('goes back to where it stood, however often it was moved', () => {
    const again = pinAt(moved, key, { x: -400, y: 300 });
    const back = layOut(graph, SIZE, letGo(again, key));
    expect(back.places.get(key)).toEqual(home.places.get(key));
    expect(back.pins.size).toBe(0);
    expect(others(back)).toEqual(others(home));
  });

  test('finds another place where something stands at its own now', () => {
    const taken = home.places.get(key) ?? { x: 0, y: 0 };
    const back = layOut(graph, SIZE, letGo(pinAt(moved, second ?? '', taken), key));
    expect(back.places.get(key)).not.toEqual(home.places.get(key));
    expect(back.places.get(second ?? '')).toMatchObject({ x: taken.x, y: taken.y });
  });

  test('is pinned there still when it comes back under its name', () => {
    const gone = layOut(graphOf(SKETCHES.slice(1)), SIZE, moved);
    const again = layOut(graph, SIZE, gone);
    expect(again.places.get(key)).toEqual(moved.places.get(key));
    expect(again.pins.get(key)).toEqual(home.places.get(key));
  });

  test('what is not there, or not pinned, changes nothing', () => {
    expect(pinAt(home, 'nobody', FAR)).toBe(home);
    expect(letGo(home, key)).toBe(home);
  });
});
