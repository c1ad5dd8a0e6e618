import { expect, it } from 'vitest';
import { messagesFor } from '../i18n/messages';
import { arrange } from '../layout/arrangement';
import { namespaceId, type NamespaceId } from '../model/ids';
import type { NamespaceSet } from '../model/namespace-set';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import { withSandboxes } from '../sandboxes/fixtures/with-sandboxes';
import { courseMachine } from '../select/course-machine';
import { shownSandboxes } from '../select/shown-sandboxes';
import { sharingGraph } from '../sharing/graph';
import { DEFAULT_VIEW_STATE, type ViewState } from '../view-state/view-state';
import type { Mark } from './mark';
import { sandboxScene, standingSandboxes } from './sandbox-scene';

const SIZE = { width: 1240, height: 840 };
const messages = messagesFor('en');
const mnt = (nth: number) => namespaceId('mnt', String(nth));
const of = (name: string, type: NamespaceType): NamespaceId | null =>
  courseMachine.containers.find((each) => each.name === name)?.namespaces[type] ?? null;

function drawn(
  sets: readonly Partial<NamespaceSet>[],
  change: Partial<ViewState> = {},
  types: readonly NamespaceType[] = NAMESPACE_TYPES,
) {
  const machine = withSandboxes(courseMachine, ...sets);
  const graph = sharingGraph(machine);
  const { layout } = arrange(graph, SIZE, null);
  const shown = shownSandboxes(machine, {
    ...DEFAULT_VIEW_STATE,
    ...({ sandboxes: 'folded', ...change } as const),
  });
  if (shown === null) throw new Error('they were asked for');
  const standing = standingSandboxes(shown, { graph, layout, gone: [] }, new Map());
  return sandboxScene({
    ...{ shown, standing, pinned: new Set<string>(), graph, layout, types },
    ...{ detail: 'full', complete: false, messages },
  });
}

const within = (marks: readonly Mark[]): Mark[] =>
  marks.flatMap((mark) => [mark, ...(mark.kind === 'group' ? within(mark.children) : [])]);
const textsIn = (marks: readonly Mark[]) =>
  within(marks).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

it('each is a square with its name, what it is and a number, and a part for each type', () => {
  const { things, ties, fold } = drawn([{ mnt: mnt(71), net: null }]);
  expect([things.length, ties, fold]).toEqual([1, [], null]);
  const marks = things[0]?.drawing.children ?? [];
  expect(textsIn(marks)).toEqual([...'P?MUIHCT', 'sleep', 'sandbox', 'PID 20001']);
  const arcs = within(marks).filter(({ role }) => role === 'arc');
  expect(arcs.map(({ data }) => data?.sharing)).toEqual([
    ...['host', 'unknown', 'own', 'host', 'host', 'host', 'host', 'host'],
  ]);
  expect(within(marks).some(({ kind }) => kind === 'circle')).toBe(false);
  expect(things[0]?.sentence).toBe(
    'sleep, sandbox, 1 process, PID 20001: not in the host’s mnt namespace',
  );
});

it('is tied to the diamond of what containers share, and to the ring of a container alone in it', () => {
  const { ties } = drawn([{ mnt: mnt(71), pid: of('c1', 'pid'), net: of('c1', 'net') }]);
  expect(ties.map(({ mark }) => [mark.role, mark.hue, mark.data?.['sandbox-tie']])).toEqual([
    ['tie', 'pid', of('c1', 'pid')],
    ['tie', 'net', of('c1', 'net')],
  ]);
  expect(ties.map(({ between }) => between[1])).toEqual([
    of('c1', 'pid'),
    'docker:unix:///run/docker.sock/c1',
  ]);
});

it('is tied to the first of those that share with it alone', () => {
  const { ties, things } = drawn([
    { mnt: mnt(71) },
    { mnt: mnt(71), net: namespaceId('net', '9') },
  ]);
  const [first, second] = things.map(({ key }) => key);
  expect(ties.map(({ between }) => between)).toEqual([[second, first]]);
});

it('has no line of a type that is not shown', () => {
  expect(drawn([{ mnt: mnt(71), pid: of('c1', 'pid') }], {}, ['net']).ties).toEqual([]);
});

it('marks the one that is selected, by whatever process in it', () => {
  const select = { kind: 'sandbox', pid: 20_002 } as const;
  const { things } = drawn([{ mnt: mnt(71) }, { mnt: mnt(72) }], { select });
  expect(things.map(({ selected }) => selected)).toEqual([false, true]);
});

it('is one stack where they are many, but for the one that is selected', () => {
  const many = Array.from({ length: 60 }, (_, nth) => ({ mnt: mnt(100 + nth) }));
  const folded = drawn(many, { select: { kind: 'sandbox', pid: 20_002 } });
  expect([folded.things.length, folded.fold?.drawing.data]).toEqual([
    ...[1, { 'folded-sandboxes': 59 }],
  ]);
  expect(textsIn(folded.fold?.drawing.children ?? [])).toEqual(['60', 'Sandboxes', 'show each']);
  const open = drawn(many, { sandboxes: 'all' });
  expect([open.things.length, open.fold?.selected]).toEqual([60, true]);
});
