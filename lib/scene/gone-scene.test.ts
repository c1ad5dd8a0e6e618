import { expect, it } from 'vitest';
import { messagesFor } from '../i18n/messages';
import { arrange } from '../layout/arrangement';
import { sampleSnapshot, type Sketch } from '../layout/fixtures/sample-snapshot';
import { standingGone } from '../layout/gone-places';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import { sharingGraph } from '../sharing/graph';
import { compare } from '../timeline/compare';
import { goneScene } from './gone-scene';
import type { Mark } from './mark';

const SIZE = { width: 1000, height: 700 };
const TOGETHER: Sketch[] = ['c1', 'c2', 'c3'].map((name) => ({ name, shares: { pid: 'a' } }));
const ALONE: Sketch[] = [{ name: 'c1' }];

function drawn(a: Snapshot, b: Snapshot, types: readonly NamespaceType[] = NAMESPACE_TYPES) {
  const graph = sharingGraph(b);
  const { layout } = arrange(graph, SIZE, null);
  const comparison = compare(a, b);
  const messages = messagesFor('en');
  const standing = standingGone(comparison, { graph, layout });
  return goneScene({ comparison, standing, graph, layout, types, detail: 'full', messages });
}

const [three, one] = [sampleSnapshot(TOGETHER), sampleSnapshot(ALONE)];
const textsIn = (marks: readonly Mark[]): string[] =>
  marks.flatMap((mark) =>
    mark.kind === 'group' ? textsIn(mark.children) : mark.kind === 'text' ? [mark.text] : [],
  );

it('each that is gone is a ring of its own that says so, tied to who it was with', () => {
  const { rings, lines } = drawn(three, one);
  expect(rings.map(({ name }) => name)).toEqual(['c2', 'c3']);
  expect(textsIn(rings[0]?.mark.children ?? [])).toEqual(
    expect.arrayContaining(['c2', 'ubuntu', 'P', 'only at A']),
  );
  expect(lines.map(({ mark }) => [mark.role, mark.hue])).toEqual([
    ['goneTie', 'pid'],
    ['goneTie', 'pid'],
  ]);
});

it('of types that are not shown it has no letters and no ties', () => {
  const { rings, lines } = drawn(three, one, ['net']);
  expect(lines).toEqual([]);
  expect(textsIn(rings[0]?.mark.children ?? [])).not.toContain('P');
});

it('two that are gone are tied to each other, and not to others in a namespace of the same number', () => {
  const pair = (...names: string[]) =>
    sampleSnapshot(names.map((name) => ({ name, shares: { pid: 'a' } })));
  const [before, others] = [pair('c1', 'c2'), pair('d1', 'd2')];
  const { rings, lines } = drawn(before, others);
  const [mark] = lines.map((line) => line.mark);
  const [c1] = rings.map(({ at }) => at);
  const ends = mark?.kind === 'path' ? [...mark.d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].at(-1) : null;
  expect(lines).toHaveLength(1);
  expect(
    Math.hypot(Number(ends?.[1]) - (c1?.x ?? 0), Number(ends?.[2]) - (c1?.y ?? 0)),
  ).toBeLessThan(60);
});

it('a way leads from what was made again to what it is now', () => {
  const again = {
    ...one,
    containers: one.containers.map((each) => ({ ...each, id: 'f'.repeat(64) })),
  };
  expect(drawn(one, again).lines.map(({ mark }) => mark.role)).toEqual(['goneWay']);
});
