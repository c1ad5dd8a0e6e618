import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleSnapshot, type Sketch } from '../layout/fixtures/sample-snapshot';
import { sharingGraph } from '../sharing/graph';
import { namespaceId } from '../model/ids';
import { sharedLetters } from './letters';
import { matrixOf } from './matrix';
import type { Grouping, MatrixOrder } from '../view-state/matrix-choices';

const SKETCHES: Sketch[] = [
  { name: 'web10', project: 'shop', shares: { net: 'web' } },
  { name: 'web2', project: 'shop', shares: { net: 'web', pid: 'late' } },
  { name: 'c1', shares: { pid: 'course' } },
  { name: 'c2', shares: { pid: 'course' } },
  { name: 'metrics', host: ['pid', 'net'] },
  { name: 'hidden', unknown: ['pid'] },
  { name: 'late', shares: { pid: 'late' } },
  { name: 'gone', state: 'exited' },
];

function matrix(sketches: Sketch[], grouping: Grouping = 'none', order: MatrixOrder = 'name') {
  const snapshot = sampleSnapshot(sketches);
  return matrixOf(snapshot, sharingGraph(snapshot), { grouping, order });
}

const namesOf = (rows: readonly { node: { container: { name: string } } }[]) =>
  rows.map(({ node }) => node.container.name);

describe('letters', () => {
  it('go by the earliest started member, each type on its own', () => {
    const rows = matrix(SKETCHES, 'none', 'start').groups[0]?.rows ?? [];
    const said = rows.flatMap(({ node, cells }) =>
      cells.flatMap(({ type, letter }) =>
        letter === null ? [] : [`${node.container.name} ${type}-${letter}`],
      ),
    );
    expect(said).toEqual([
      'web10 net-A',
      'web2 pid-A',
      'web2 net-A',
      'c1 pid-B',
      'c2 pid-B',
      'late pid-A',
    ]);
  });

  it('go on with AA after Z', () => {
    const pairs = Array.from({ length: 30 }, (_, index) => index).flatMap((index) => [
      { name: `a${index}`, shares: { uts: `pair ${index}` } },
      { name: `b${index}`, shares: { uts: `pair ${index}` } },
    ]);
    const letters = [...sharedLetters(sampleSnapshot(pairs).containers).values()];
    expect(letters.slice(0, 2)).toEqual(['A', 'B']);
    expect(letters.slice(25, 28)).toEqual(['Z', 'AA', 'AB']);
    expect(new Set(letters).size).toBe(30);
  });
});

describe('order', () => {
  const cases: [MatrixOrder, string[]][] = [
    ['name', ['c1', 'c2', 'hidden', 'late', 'metrics', 'web2', 'web10', 'gone']],
    ['start', ['web10', 'web2', 'c1', 'c2', 'metrics', 'hidden', 'late', 'gone']],
    ['pid', ['late', 'web2', 'c1', 'c2', 'metrics', 'web10', 'hidden', 'gone']],
    ['net', ['web2', 'web10', 'metrics', 'c1', 'c2', 'hidden', 'late', 'gone']],
  ];
  it.each(cases)('by %s', (order, expected) => {
    expect(namesOf(matrix(SKETCHES, 'none', order).groups[0]?.rows ?? [])).toEqual(expected);
  });
});

describe('groups', () => {
  it('by compose project, those without one last', () => {
    const { groups } = matrix(SKETCHES, 'project');
    expect(groups.map(({ title, rows }) => [title, namesOf(rows)])).toEqual([
      [{ kind: 'project', name: 'shop' }, ['web2', 'web10']],
      [{ kind: 'no project' }, ['c1', 'c2', 'hidden', 'late', 'metrics', 'gone']],
    ]);
  });

  it('by who shares with whom, over several types', () => {
    const { groups } = matrix(SKETCHES, 'sharing');
    expect(groups.map(({ title, rows }) => [title, namesOf(rows)])).toEqual([
      [{ kind: 'sharing', letters: ['PID-B'] }, ['c1', 'c2']],
      [{ kind: 'sharing', letters: ['PID-A', 'NET-A'] }, ['late', 'web2', 'web10']],
      [{ kind: 'alone' }, ['hidden', 'metrics', 'gone']],
    ]);
  });

  it('has one group when asked for none, even without rows', () => {
    expect(matrix([]).groups).toEqual([{ key: 'all', title: { kind: 'all' }, rows: [] }]);
  });
});

it('grouped by project, a name keeps the address of its engine, and in a pod loses that alone', () => {
  const snapshot = sampleSnapshot([
    ...[{ name: 'c1' }, { name: 'c1' }, { name: 'till', pod: 'shop/till-0' }],
    { name: 'till', pod: 'shop/till-1' },
  ]);
  const [first, ...others] = snapshot.containers;
  const [engine] = snapshot.engines;
  if (first === undefined || engine === undefined) throw new Error('it has both');
  const other = { ...engine, id: `${engine.id}.other` };
  const machine = {
    ...snapshot,
    engines: [engine, other],
    containers: [{ ...first, engine: other.id }, ...others],
  };
  const { groups } = matrixOf(machine, sharingGraph(machine), {
    grouping: 'project',
    order: 'name',
  });
  expect(groups.flatMap(({ rows }) => rows.map(({ name }) => name))).toEqual([
    ...['till', 'till', `c1@${other.id}`, `c1@${engine.id}`],
  ]);
});

it('counts what a column says', () => {
  expect(matrix(SKETCHES).counts.pid).toEqual({
    own: 1,
    shared: 4,
    host: 1,
    engine: 0,
    unknown: 1,
    none: 1,
    absent: 0,
  });
});

it('counts the engine’s namespaces apart from the host’s', () => {
  const snapshot = sampleSnapshot(SKETCHES);
  const namespaces = { ...snapshot.host.namespaces, pid: namespaceId('pid', '4026539999') };
  const elsewhere = { ...snapshot, host: { ...snapshot.host, namespaces } };
  const { counts } = matrixOf(elsewhere, sharingGraph(elsewhere), {
    grouping: 'none',
    order: 'name',
  });
  expect(counts.pid).toMatchObject({ host: 0, engine: 1 });
  expect(counts.net).toMatchObject({ host: 1, engine: 0 });
});

it('is the same whatever order the containers come in', () => {
  const expected = JSON.stringify(matrix(SKETCHES, 'sharing', 'pid'));
  const snapshot = sampleSnapshot(SKETCHES);
  fc.assert(
    fc.property(
      fc.shuffledSubarray(snapshot.containers, { minLength: snapshot.containers.length }),
      (containers) => {
        const shuffled = { ...snapshot, containers };
        const asked = { grouping: 'sharing', order: 'pid' } as const;
        const found = matrixOf(shuffled, sharingGraph(shuffled), asked);
        expect(JSON.stringify(found)).toBe(expected);
      },
    ),
    { numRuns: 50 },
  );
});

it('does not say of one whose first process is not told that it has none', () => {
  const snapshot = sampleSnapshot([{ name: 'c1' }, { name: 'gone', state: 'exited' }]);
  const containers = snapshot.containers.map((each) => {
    return each.name === 'c1' ? { ...each, pid: 0, unreadable: { pid: 'ETIMEDOUT' } } : each;
  });
  const untold = { ...snapshot, containers, processes: [] };
  const rows = matrixOf(untold, sharingGraph(untold), { grouping: 'none', order: 'name' });
  expect(rows.groups[0]?.rows.map(({ node, processes }) => [node.named, processes])).toEqual([
    ['c1', null],
    ['gone', 0],
  ]);
});
