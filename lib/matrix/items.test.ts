import { describe, expect, it } from 'vitest';
import { sampleSnapshot } from '../layout/fixtures/sample-snapshot';
import { containerKey } from '../model/ids';
import { sharingGraph } from '../sharing/graph';
import type { Grouping } from '../view-state/matrix-choices';
import { itemsOf, type MatrixItem } from './items';
import { matrixOf } from './matrix';

const RUNNING = ['c1', 'c2', 'db', 'web', 'worker'].map((name) => ({
  name,
  project: 'shop',
  ...(name.startsWith('c') && { shares: { pid: 'course' } }),
}));

function items(stopped: number, open = false, chosen: string[] = [], grouping: Grouping = 'none') {
  const ended = Array.from({ length: stopped }, (_, index) => {
    return { name: `a-job-${index}`, state: 'exited' as const, project: 'shop' };
  });
  const snapshot = sampleSnapshot([...ended, ...RUNNING]);
  const matrix = matrixOf(snapshot, sharingGraph(snapshot), { grouping, order: 'name' });
  const keys = snapshot.containers.filter(({ name }) => chosen.includes(name));
  return itemsOf(matrix, open, new Set(keys.map(containerKey)));
}

function said(item: MatrixItem): string {
  if (item.kind === 'container') return item.row.node.container.name;
  if (item.kind === 'heading') return `${item.title.kind} ${item.count}`;
  return `${item.count} stopped, ${item.folded} folded, ${item.open ? 'open' : 'closed'}`;
}

const NAMES = RUNNING.map(({ name }) => name);
const JOBS = (count: number) => Array.from({ length: count }, (_, index) => `a-job-${index}`);

describe('five that run, and', () => {
  it.each<[string, number, boolean, string[], string[]]>([
    ['none that is stopped', 0, false, [], []],
    ['a few', 5, false, [], JOBS(5)],
    ['as many as have a row each', 20, false, [], JOBS(20)],
    ['one more than these', 21, false, [], ['21 stopped, 21 folded, closed']],
    ['thousands', 3000, false, [], ['3000 stopped, 3000 folded, closed']],
    ['thousands, opened', 3000, true, [], ['3000 stopped, 0 folded, open', ...JOBS(3000)]],
    ['a few, opened', 20, true, [], JOBS(20)],
    [
      'thousands, one of which is chosen',
      3000,
      false,
      ['a-job-17'],
      ['3000 stopped, 2999 folded, closed', 'a-job-17'],
    ],
  ])('%s', (_, stopped, open, chosen, expected) => {
    expect(items(stopped, open, chosen).map(said)).toEqual([...NAMES, ...expected]);
  });
});

it.each<[Grouping, string[]]>([
  ['project', ['project 5', ...NAMES]],
  ['sharing', ['sharing 2', 'c1', 'c2', 'alone 3', 'db', 'web', 'worker']],
])('are in no group, by %s', (grouping, expected) => {
  expect(items(412, false, [], grouping).map(said)).toEqual([
    ...expected,
    '412 stopped, 412 folded, closed',
  ]);
});

it('has no key twice', () => {
  const keys = items(30, true).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});
