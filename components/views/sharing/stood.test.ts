import { expect, it } from 'vitest';
import { arrange } from '@lib/layout/arrangement';
import { sampleSnapshot } from '@lib/layout/fixtures/sample-snapshot';
import type { SharingLayout } from '@lib/layout/sharing-layout';
import { namespaceId } from '@lib/model/ids';
import { withSandboxes } from '@lib/sandboxes/fixtures/with-sandboxes';
import { shownSandboxes } from '@lib/select/shown-sandboxes';
import { sharingGraph } from '@lib/sharing/graph';
import { DEFAULT_VIEW_STATE } from '@lib/view-state/view-state';
import { stoodAfter, type Around } from './stood';

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
