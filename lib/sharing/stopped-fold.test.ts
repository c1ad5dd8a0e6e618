import { describe, expect, it } from 'vitest';
import { sampleSnapshot } from '../layout/fixtures/sample-snapshot';
import { containerKey } from '../model/ids';
import { sharingGraph } from './graph';
import { countUnfolded, foldStopped, type StoppedFold } from './stopped-fold';

function machineOf(running: number, stopped: number) {
  return sampleSnapshot([
    ...Array.from({ length: running }, (_, index) => ({ name: `c${index}` })),
    ...Array.from({ length: stopped }, (_, index) => {
      return { name: `job-${index}`, state: 'exited' as const };
    }),
  ]);
}

describe('among five that run,', () => {
  it.each<[string, number, boolean, string[], number, StoppedFold | null]>([
    ['none that is stopped', 0, false, [], 5, null],
    ['20 stopped ones', 20, false, [], 25, null],
    ['20 stopped ones, opened', 20, true, [], 25, null],
    ['21', 21, false, [], 5, { count: 21, folded: 21, open: false }],
    ['3,000', 3000, false, [], 5, { count: 3000, folded: 3000, open: false }],
    ['3,000, opened', 3000, true, [], 3005, { count: 3000, folded: 0, open: true }],
    ['3,000, one chosen', 3000, false, ['job-7'], 6, { count: 3000, folded: 2999, open: false }],
    [
      '3,000, one that runs chosen',
      3000,
      false,
      ['c1'],
      5,
      { count: 3000, folded: 3000, open: false },
    ],
  ])('%s', (_, count, open, names, shown, stopped) => {
    const { containers } = machineOf(5, count);
    const chosen = containers.filter(({ name }) => names.includes(name)).map(containerKey);
    const fold = foldStopped(containers, open, new Set(chosen));
    expect(fold.shown).toHaveLength(shown);
    expect(fold.shown.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
    expect(fold.stopped).toEqual(stopped);
  });
});

it.each([
  [0, 0, 0],
  [5, 20, 25],
  [5, 21, 5],
  [0, 3000, 0],
])('of %i that run and %i that are stopped %i are shown one by one', (running, stopped, count) => {
  expect(countUnfolded(machineOf(running, stopped).containers)).toBe(count);
});

it('is part of the graph: the same one only while it says the same', () => {
  const snapshot = machineOf(5, 0);
  const fold = { count: 21, folded: 21, open: false };
  const graph = sharingGraph(snapshot, undefined, snapshot, fold);
  expect(sharingGraph(snapshot, graph, snapshot, { ...fold })).toBe(graph);
  for (const other of [undefined, { ...fold, count: 22 }, { ...fold, open: true }]) {
    const next = sharingGraph(snapshot, graph, snapshot, other);
    expect(next.stopped).toEqual(other);
    expect(next.nodes).toBe(graph.nodes);
  }
});
