import { describe, expect, test } from 'vitest';
import { sampleSnapshot, type Sketch } from '../layout/fixtures/sample-snapshot';
import { bundleKey, linkedTo } from '../layout/linked';
import { HOST_KEY } from '../layout/places';
import { courseMachine } from '../select/course-machine';
import { lifetimesOf, renewedHubs, sharingGraph, type SharingGraph } from './graph';
import { NAMESPACE_TYPES } from '../model/namespace-type';

function graphOf(...sketches: Sketch[]): SharingGraph {
  return sharingGraph(sampleSnapshot(sketches));
}

const names = (graph: SharingGraph, keys: Iterable<string>) => {
  const byKey = new Map(graph.nodes.map((node) => [node.key, node.container.name]));
  return [...keys].flatMap((key) => byKey.get(key) ?? []);
};

describe('sharingGraph', () => {
  const cases: { name: string; sketches: Sketch[]; hubs: Record<string, string[]> }[] = [
    { name: 'nothing', sketches: [], hubs: {} },
    { name: 'each its own', sketches: [{ name: 'c1' }, { name: 'c2' }], hubs: {} },
    {
      name: 'two in one PID namespace',
      sketches: [
        { name: 'c1', shares: { pid: 'a' } },
        { name: 'c2', shares: { pid: 'a' } },
      ],
      hubs: { pid: ['c1', 'c2'] },
    },
    {
      name: 'two types shared by the same two are two hubs',
      sketches: [
        { name: 'donor', shares: { pid: 'a', user: 'u' } },
        { name: 'guest', shares: { pid: 'a', user: 'u' } },
      ],
      hubs: { pid: ['donor', 'guest'], user: ['donor', 'guest'] },
    },
    {
      name: 'shared with none that is shown: no hub of one',
      sketches: [{ name: 'alone', shares: { net: 'a' } }],
      hubs: {},
    },
    {
      name: 'what was not read is in no hub',
      sketches: [
        { name: 'c1', shares: { net: 'a' } },
        { name: 'c2', unknown: ['net'] },
      ],
      hubs: {},
    },
  ];
  test.each(cases)('$name', ({ sketches, hubs }) => {
    const graph = graphOf(...sketches);
    expect(
      Object.fromEntries(graph.hubs.map((hub) => [hub.type, names(graph, hub.members)])),
    ).toEqual(hubs);
  });

  test('ties to the host are drawn only where the default is private', () => {
    const graph = graphOf({ name: 'metrics', host: ['pid', 'net', 'user', 'cgroup', 'time'] });
    expect(graph.nodes[0]?.hostTies).toEqual(['pid', 'net']);
  });

  test('an own namespace is uncertain while another container could not be read', () => {
    const graph = graphOf({ name: 'c1' }, { name: 'c2', unknown: ['net'] });
    expect(graph.nodes.map((node) => node.uncertain)).toEqual([['net'], []]);
  });

  test('equal names on one engine are told apart', () => {
    const snapshot = sampleSnapshot([{ name: 'c1' }, { name: 'other' }]);
    const twins = snapshot.containers.map((container) => ({ ...container, name: 'c1' }));
    const graph = sharingGraph({ ...snapshot, containers: twins });
    expect(new Set(graph.nodes.map((node) => node.key)).size).toBe(2);
  });

  test('what did not change keeps its identity', () => {
    const snapshot = sampleSnapshot([
      { name: 'c1', shares: { pid: 'a' } },
      { name: 'c2', shares: { pid: 'a' } },
      { name: 'c3' },
    ]);
    const before = sharingGraph(snapshot);
    expect(sharingGraph({ ...snapshot, seq: 2 }, before)).toBe(before);

    const less = { ...snapshot, containers: snapshot.containers.filter((c) => c.name !== 'c3') };
    const after = sharingGraph(less, before);
    expect(after).not.toBe(before);
    expect(after.nodes[0]).toBe(before.nodes[0]);
    expect(after.hubs).toBe(before.hubs);
  });

  test('an engine that does not answer makes its containers stale', () => {
    const graph = sharingGraph(sampleSnapshot([{ name: 'c1' }], 'disconnected'));
    expect(graph.nodes[0]?.stale).toBe(true);
  });
});

describe('many in one namespace', () => {
  const crowd = (count: number) =>
    sampleSnapshot(
      Array.from({ length: count }, (_, nth) => ({ name: `c${nth}`, shares: { net: 'a' } })),
    );

  /** How often the name of a container is asked for while the graph is made. */
  function looksFor(count: number): number {
    let looks = 0;
    const snapshot = crowd(count);
    const containers = snapshot.containers.map(({ name, ...rest }) => ({
      ...rest,
      get name() {
        looks += 1;
        return name;
      },
    }));
    sharingGraph({ ...snapshot, containers });
    return looks;
  }

  test('cost as much each as few do', () => {
    const [some, more] = [looksFor(200), looksFor(800)];
    expect(some).toBeGreaterThan(0);
    expect(more / some).toBeLessThan(4 * 1.5);
  });

  test('have one list of them all, the same for each and the same as before', () => {
    const graph = sharingGraph(crowd(50));
    const again = sharingGraph({ ...crowd(50), seq: 2 }, graph);
    const lists = new Set([...graph.nodes, ...again.nodes].map(({ company }) => company.net));
    expect(lists.size).toBe(1);
    expect([...lists][0]?.names).toHaveLength(50);
  });
});

describe('linkedTo', () => {
  const graph = graphOf(
    { name: 'c1', shares: { pid: 'a' } },
    { name: 'c2', shares: { pid: 'a' } },
    { name: 'metrics', host: ['pid', 'net'] },
    { name: 'other' },
  );
  const keyOf = (name: string) => graph.nodes.find((n) => n.container.name === name)?.key ?? '';

  test('a container: those it shares with, hub and ties', () => {
    const linked = linkedTo(graph, { key: keyOf('c1') }, NAMESPACE_TYPES);
    expect(names(graph, linked)).toEqual(['c1', 'c2']);
    expect(linked).toContain(graph.hubs[0]?.id);
    expect(linked).toContain(`${keyOf('c2')}|${graph.hubs[0]?.id}`);
  });

  test('the host: all that run in its namespaces', () => {
    expect(names(graph, linkedTo(graph, { key: HOST_KEY }, NAMESPACE_TYPES))).toEqual(['metrics']);
  });

  test('one tie to the host: that type only', () => {
    const key = keyOf('metrics');
    const linked = linkedTo(graph, { key, hostType: 'net' }, NAMESPACE_TYPES);
    expect(linked).toContain(`${key}|net`);
    expect(linked).not.toContain(`${key}|pid`);
  });

  test('a bundle: all that run in the host’s namespace of the type, and its number', () => {
    const linked = linkedTo(graph, { bundle: 'net' }, NAMESPACE_TYPES);
    expect(names(graph, linked)).toEqual(['metrics']);
    expect(linked).toContain(bundleKey('net'));
    expect(linked).not.toContain(bundleKey('pid'));
  });

  test('hidden types link nothing', () => {
    expect([...linkedTo(graph, { key: keyOf('c1') }, ['net'])]).toEqual([keyOf('c1')]);
  });
});

test('a hub whose number another namespace has now is another hub, and none else is', () => {
  const at = (lifetimes: Record<string, string>) => {
    const snapshot = sampleSnapshot([
      { name: 'c1', shares: { pid: 'a', net: 'b' } },
      { name: 'c2', shares: { pid: 'a', net: 'b' } },
    ]);
    const [c1] = snapshot.containers;
    const namespaces = (['pid', 'net'] as const).flatMap((type) => {
      const id = c1?.namespaces[type] ?? null;
      const [record] = courseMachine.namespaces;
      const lifetime = lifetimes[type] ?? '';
      return id === null || record === undefined ? [] : [{ ...record, id, type, lifetime }];
    });
    return { ...snapshot, namespaces };
  };
  const before = sharingGraph(at({ pid: '1', net: '2' }));
  const after = sharingGraph(at({ pid: '3', net: '2' }), before);
  expect(renewedHubs(after, lifetimesOf(before))).toEqual([before.hubs[0]?.id]);
  expect(after.hubs.map((hub, index) => hub === before.hubs[index])).toEqual([false, true]);
  expect(renewedHubs(after, new Map())).toEqual([]);
});
