import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clustersOf, partWithoutPlaces } from './cluster';
import { sampleSnapshot } from './fixtures/sample-snapshot';
import type { Place } from './places';
import { sharingGraph } from '../sharing/graph';

const somewhere: Place = { x: 0, y: 0, room: 'container', labelAbove: false };

const sketch = fc.record({
  project: fc.constantFrom(null, 'shop', 'blog'),
  pid: fc.constantFrom(null, 'a', 'b', 'c'),
  net: fc.constantFrom(null, 'x', 'y'),
  placed: fc.boolean(),
});

test('the clusters of the part without places are those of the whole that miss something', () => {
  fc.assert(
    fc.property(fc.array(sketch, { maxLength: 12 }), (sketches) => {
      const graph = sharingGraph(
        sampleSnapshot(
          sketches.map(({ project, pid, net }, nth) => ({
            name: `c${nth}`,
            ...(project === null ? {} : { project }),
            shares: { ...(pid === null ? {} : { pid }), ...(net === null ? {} : { net }) },
          })),
        ),
      );
      const placed = graph.nodes.filter((_node, nth) => sketches[nth]?.placed === true);
      const places = new Map(placed.map(({ key }) => [key, somewhere]));
      for (const { id } of graph.hubs.slice(1)) places.set(id, somewhere);
      const incomplete = clustersOf(graph).filter(({ whole }) =>
        [...whole.nodes.map(({ key }) => key), ...whole.hubs.map(({ id }) => id)].some(
          (key) => !places.has(key),
        ),
      );
      const found = clustersOf(partWithoutPlaces(graph, places));
      expect(found.filter((each) => incomplete.some((one) => same(one, each)))).toEqual(incomplete);
      for (const { whole } of found) {
        expect(clustersOf(graph).some((each) => same(each, { whole }))).toBe(true);
      }
    }),
  );
});

function same(a: { whole: unknown }, b: { whole: unknown }): boolean {
  return JSON.stringify(a.whole) === JSON.stringify(b.whole);
}
