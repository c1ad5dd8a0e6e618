import { describe, expect, test } from 'vitest';
import type { Container } from '../model/container';
import type { Snapshot } from '../model/snapshot';
import { sampleSnapshot, type Sketch } from './fixtures/sample-snapshot';
import { sharingGraph } from '../sharing/graph';
import { layOut, type SharingLayout } from './sharing-layout';

const SIZE = { width: 1240, height: 840 };
/** Those who are there already; the names of c1's namespaces are the same with a sharer and without. */
const THERE: Sketch[] = [
  { name: 'c1', shares: { pid: 'of c1', net: 'of c1' } },
  { name: 'agent', host: ['net'] },
  ...Array.from({ length: 6 }, (_, index): Sketch => ({ name: `other${index}`, project: 'shop' })),
];

function laidOut(snapshot: Snapshot, previous: SharingLayout | null): SharingLayout {
  return layOut(sharingGraph(snapshot), SIZE, previous);
}

/** With one more that was just created. */
function withCreated(sketch: Sketch, joins: Container['joins']): Snapshot {
  const { name, project } = sketch;
  const created: Sketch = { name, state: 'created', ...(project === undefined ? {} : { project }) };
  const snapshot = sampleSnapshot([...THERE, created]);
  const containers = snapshot.containers.map((each) =>
    each.name === sketch.name ? { ...each, joins } : each,
  );
  return { ...snapshot, containers };
}

function idOf(name: string): string {
  return sampleSnapshot(THERE).containers.find((each) => each.name === name)?.id ?? '';
}

describe('a container that is seen between its creation and its start', () => {
  const cases: [string, Sketch, Container['joins']][] = [
    ['alone', { name: 'new' }, {}],
    ['in a project', { name: 'new', project: 'shop' }, {}],
    [
      'in another’s namespace',
      { name: 'new', shares: { pid: 'of c1' } },
      { pid: `container:${idOf('c1')}` },
    ],
    ['in the host’s', { name: 'new', host: ['net'] }, { net: 'host' }],
    [
      'in the host’s by way of another',
      { name: 'new', host: ['net'] },
      { net: `container:${idOf('agent')}` },
    ],
    ['in one that is gone', { name: 'new' }, { pid: 'container:gone' }],
  ];

  test.each(cases)('stands at once where it will run: %s', (_, sketch, joins) => {
    const before = laidOut(sampleSnapshot(THERE), null);
    const created = laidOut(withCreated(sketch, joins), before);
    const running = sampleSnapshot([...THERE, sketch]);
    expect(laidOut(running, created).places).toEqual(created.places);
    expect(laidOut(running, before).places).toEqual(created.places);
  });

  test('what stood small among the stopped ones is not taken for one that is about to start', () => {
    const snapshot = withCreated({ name: 'new' }, {});
    const fresh = laidOut(snapshot, null);
    const key = [...fresh.places.keys()].find((each) => each.endsWith('/new')) ?? '';
    expect(fresh.places.get(key)?.room).toBe('stopped');
    expect(laidOut(snapshot, fresh).places).toEqual(fresh.places);
    // Nor is it when it was hidden for a while.
    const without = laidOut(sampleSnapshot(THERE), fresh);
    expect(laidOut(snapshot, without).places.get(key)).toEqual(fresh.places.get(key));
  });
});
