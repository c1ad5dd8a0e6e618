import { describe, expect, it } from 'vitest';
import { arrange } from '@lib/layout/arrangement';
import { sampleSnapshot } from '@lib/layout/fixtures/sample-snapshot';
import type { SharingLayout } from '@lib/layout/sharing-layout';
import { namespaceId } from '@lib/model/ids';
import { withSandboxes } from '@lib/sandboxes/fixtures/with-sandboxes';
import { shownSandboxes } from '@lib/select/shown-sandboxes';
import { sharingGraph } from '@lib/sharing/graph';
import { DEFAULT_VIEW_STATE } from '@lib/view-state/view-state';
import { letGoOf, movedByHand, stoodAfter, type Around } from './stood';

const SIZE = { width: 1240, height: 840 };

/** Three sandboxes beside containers of these names, arranged after another picture. */
function around(names: readonly string[], before: SharingLayout | null): Around {
  const machine = withSandboxes(
    sampleSnapshot(names.map((name) => ({ name }))),
    ...[1, 2, 3].map((nth) => ({ mnt: namespaceId('mnt', `7${String(nth)}`) })),
  );
  const graph = sharingGraph(machine);
  const { layout } = arrange(graph, SIZE, before);
  // As from a worker, whose answers are copies.
  const picture = { graph, layout: structuredClone(layout) };
  const shown = shownSandboxes(machine, { ...DEFAULT_VIEW_STATE, sandboxes: 'folded' });
  return { shown, picture, gone: [] };
}

const FIRST = around(['c1', 'c2', 'c3'], null);
const { layout } = FIRST.picture;
const STOOD = stoodAfter(null, FIRST);
/** As if there had been more of them before: none stands where it would if it had just come. */
const APART = {
  ...STOOD,
  places: new Map([...STOOD.places].map(([key, { x, y }]) => [key, { x: x + 300, y: y + 400 }])),
};

it('none of them moves while containers come and go', () => {
  expect(STOOD.places.size).toBe(3);
  for (const names of [['c1', 'c2', 'c3', 'c4'], ['c1'], []]) {
    expect(stoodAfter(APART, around(names, layout)).places).toEqual(APART.places);
  }
});

it('they come back where they stood', () => {
  const hidden = stoodAfter(APART, { ...FIRST, shown: null });
  expect(stoodAfter(hidden, FIRST).places).toEqual(APART.places);
});

it('all are placed anew where the picture is', () => {
  const { window } = layout;
  const wider = { ...layout, window: { ...window, right: window.right + 100 } };
  const anew = { ...FIRST, picture: { ...FIRST.picture, layout: wider } };
  expect(stoodAfter(APART, anew).places).toEqual(stoodAfter(null, anew).places);
  expect(stoodAfter(APART, anew).places).not.toEqual(APART.places);
});

describe('one that a person has moved', () => {
  const [key = '', home = { x: 0, y: 0 }] = [...STOOD.places][0] ?? [];
  // In the middle of a ring, where nothing would be placed.
  const [taken = { x: 0, y: 0 }] = layout.places.values();
  const moved = movedByHand(
    movedByHand(STOOD, key, () => taken),
    key,
    ({ x, y }) => {
      return { x: x + 0.4, y: y + 0.4 };
    },
  );
  const there = { x: Math.round(taken.x + 0.4), y: Math.round(taken.y + 0.4) };
  const others = (stood: typeof STOOD) => [...stood.places].filter(([each]) => each !== key);

  it('stands where it was put, and no other moves for it', () => {
    expect(moved.places.get(key)).toEqual(there);
    expect([...moved.moved.keys()]).toEqual([key]);
    expect(others(moved)).toEqual(others(STOOD));
  });

  it('stays there while containers come and go', () => {
    const after = stoodAfter(moved, around(['c1'], layout));
    expect(after.places.get(key)).toEqual(there);
    expect(after.moved.get(key)).toEqual(home);
  });

  it('is back where it stood when it is let go', () => {
    const after = letGoOf(
      movedByHand(APART, key, () => taken),
      key,
    );
    expect(after.places).toEqual(APART.places);
    expect(after.moved.size).toBe(0);
    expect(letGoOf(STOOD, key)).toBe(STOOD);
  });

  it('is where the picture has it again once all is placed anew', () => {
    const { window } = layout;
    const wider = { ...layout, window: { ...window, right: window.right + 100 } };
    const anew = { ...FIRST, picture: { ...FIRST.picture, layout: wider } };
    expect(stoodAfter(moved, anew).moved.size).toBe(0);
  });

  it('is nothing where it is not there', () => {
    expect(movedByHand(STOOD, 'another', () => taken)).toBe(STOOD);
  });
});
