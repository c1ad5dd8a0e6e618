import { describe, expect, test } from 'vitest';
import { bundlePlaces, bundlesOf, withoutBundled } from './bundle';
import { sampleSnapshot, type Sketch } from './fixtures/sample-snapshot';
import { tooClose } from './geometry';
import { HOST_KEY, roomAt } from './places';
import { sharingGraph } from '../sharing/graph';
import { layOut } from './sharing-layout';

function graphWith(onHostNet: number, others: Sketch[] = []) {
  const agents = Array.from({ length: onHostNet }, (_, index): Sketch => {
    return { name: `agent${index}`, host: ['net', 'user', 'cgroup', 'time'] };
  });
  return sharingGraph(sampleSnapshot([...agents, ...others]));
}

describe('bundlesOf', () => {
  test.each([
    [0, []],
    [4, []],
    [5, [5]],
    [17, [17]],
  ])('%d containers on the host’s network', (count, bundled) => {
    expect(bundlesOf(graphWith(count)).map(({ members }) => members.length)).toEqual(bundled);
  });

  test('only the type that is many, and only where private is the default', () => {
    const graph = graphWith(6, [{ name: 'metrics', host: ['pid', 'net', 'user'] }]);
    expect(bundlesOf(graph).map(({ type, members }) => [type, members.length])).toEqual([
      ['net', 7],
    ]);
    const left = withoutBundled(graph).nodes.flatMap(({ hostTies }) => hostTies);
    expect(left).toEqual(['pid']);
  });

  test('without bundles, the graph is that very one', () => {
    const graph = graphWith(2);
    expect(withoutBundled(graph)).toBe(graph);
  });
});

test('the number of a bundle stands beside the host, over nothing else', () => {
  const graph = graphWith(17, [
    { name: 'c1', shares: { pid: 'a' } },
    { name: 'c2', shares: { pid: 'a' } },
  ]);
  const { places } = layOut(graph, { width: 1240, height: 840 }, null);
  const bundles = bundlesOf(graph);
  const found = bundlePlaces(bundles, places);
  expect(found.size).toBe(1);
  for (const point of found.values()) {
    const box = roomAt(point, 'bundle');
    for (const [key, place] of places) {
      if (key !== HOST_KEY) expect(tooClose(roomAt(place, place.room), box, 0)).toBe(false);
    }
  }
});
