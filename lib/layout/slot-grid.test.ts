import { expect, test } from 'vitest';
import { sharingGraph } from '../sharing/graph';
import { fitCamera } from './camera';
import { sampleSnapshot, type Sketch } from './fixtures/sample-snapshot';
import { roomAt } from './places';
import { layOut } from './sharing-layout';
import { SLOT_HEIGHT, SLOT_WIDTH } from './slot-size';

const pair = { pid: 'of c1' };

test.each([
  [1080, 640],
  [1080, 780],
  [1500, 950],
])(
  'what joins live stands in the rows of those that stand, and on the canvas, at %d×%d',
  (width, height) => {
    const size = { width, height };
    const sharing: Sketch[] = [
      { name: 'c1', shares: { ...pair, net: 'n' } },
      { name: 'c3', shares: { net: 'n' } },
    ];
    const before = layOut(sharingGraph(sampleSnapshot(sharing)), size, null);
    const graph = sharingGraph(sampleSnapshot([...sharing, { name: 'c2', shares: pair }]));
    const { places } = layOut(graph, size, before);
    const camera = fitCamera(before.bounds, size);
    const [first] = graph.nodes;
    const anchor = places.get(first?.key ?? '');
    const come = [...places].filter(([key]) => !before.places.has(key));
    expect(come.map(([, { room }]) => room).sort()).toEqual(['container', 'hub']);
    for (const [, place] of come) {
      const rows = (place.y - (anchor?.y ?? 0)) / SLOT_HEIGHT;
      const halves = (2 * (place.x - (anchor?.x ?? 0))) / SLOT_WIDTH;
      expect([rows, halves].map(Number.isInteger)).toEqual([true, true]);
      const box = roomAt(place, place.room);
      expect(box.left * camera.scale + camera.x).toBeGreaterThanOrEqual(0);
      expect(box.right * camera.scale + camera.x).toBeLessThanOrEqual(width);
      expect(box.top * camera.scale + camera.y).toBeGreaterThanOrEqual(0);
      expect(box.bottom * camera.scale + camera.y).toBeLessThanOrEqual(height);
    }
  },
);
