import { describe, expect, it } from 'vitest';
import { arcSentence, hostArcSentence } from '../facts/arc-sentence';
import { containerFacts } from '../facts/container';
import { hostFacts } from '../facts/host';
import { tipLines } from '../facts/picture-tip';
import { commandMessagesFor } from '../i18n/command-messages';
import { sampleSnapshot } from '../layout/fixtures/sample-snapshot';
import { matrixOf } from '../matrix/matrix';
import { cellWord } from '../matrix/words';
import { namespaceId, type NamespaceId } from '../model/ids';
import type { Namespace } from '../model/namespace';
import type { Snapshot } from '../model/snapshot';
import { sharingGraph } from '../sharing/graph';
import { namespaceRows } from '../table/namespace-row';
import { namespaceTable } from '../table/namespace-table';
import { DEFAULT_VIEW_STATE, VIEWS } from '../view-state/view-state';
import { described } from './description';
import { drawFigure } from './figure';

const words = commandMessagesFor('en');

/** A machine with one container, in a network namespace that counts as the host's or its engine's. */
function machine(hostNet: 'the same' | 'another' | 'unknown'): Snapshot {
  const snapshot = sampleSnapshot([{ name: 'hosty', host: ['net'] }]);
  const there = snapshot.containers[0]?.namespaces.net ?? null;
  if (there === null) throw new Error('the sample has a network namespace');
  const net: NamespaceId | null = {
    'the same': there,
    another: namespaceId('net', '4026539999'),
    unknown: null,
  }[hostNet];
  const record: Namespace = {
    ...{ id: there, type: 'net', host: there === net, parent: null, owner: null, ownerUid: null },
    ...{ relation: 'kernel', leader: null, processes: 1, containers: [], heldBy: [] },
    ...{ uidMap: null, gidMap: null, unreadable: {}, lifetime: '1' },
  };
  const namespaces = { ...snapshot.host.namespaces, net };
  return { ...snapshot, host: { ...snapshot.host, namespaces }, namespaces: [record] };
}

/** Every place that says whose a namespace is, by what it says of the container's network. */
const PLACES: Record<string, (snapshot: Snapshot) => string> = {
  'a fact of the inspector': (snapshot) => {
    const [container] = snapshot.containers;
    if (container === undefined) throw new Error('the sample has a container');
    const fact = containerFacts(snapshot, container).namespaces.find(({ type }) => type === 'net');
    return words.model.sharing[fact?.sharing ?? 'unknown'];
  },
  'a cell of the matrix': (snapshot) => {
    const matrix = matrixOf(snapshot, sharingGraph(snapshot), { grouping: 'none', order: 'name' });
    const cell = matrix.groups[0]?.rows[0]?.cells.find(({ type }) => type === 'net');
    if (cell === undefined) throw new Error('the matrix has a cell for it');
    return cellWord(cell, words.matrix);
  },
  'a count under a column': (snapshot) => {
    const matrix = matrixOf(snapshot, sharingGraph(snapshot), { grouping: 'none', order: 'name' });
    return words.matrix.counts(matrix.counts.net).join();
  },
  'an arc': (snapshot) => {
    const [node] = sharingGraph(snapshot).nodes;
    if (node === undefined) throw new Error('the sample has a container');
    return arcSentence(node, 'net', snapshot.host.namespaces, words);
  },
  'what it is tied to': (snapshot) => {
    const { hubs, nodes } = sharingGraph(snapshot);
    const tied = nodes[0]?.hostTies.includes('net') === true ? ['host'] : [];
    return [...tied, ...hubs.map(({ ofEngine }) => (ofEngine ? 'engine' : 'shared'))].join();
  },
  'the tip of a tie': (snapshot) => {
    const { id, namespaces } = snapshot.containers[0] ?? {};
    if (id === undefined || !namespaces?.net) throw new Error('the sample has a container');
    const tie = { kind: 'tie', id: namespaces.net, containerId: id } as const;
    return tipLines(tie, sharingGraph(snapshot), snapshot, words, false)[0]?.text ?? '';
  },
  'a row of ls': (snapshot) =>
    namespaceTable(namespaceRows(snapshot, new Set(['net'])), words, {
      width: null,
      paint: (text) => text,
    }),
  'a row of ls as JSON': (snapshot) =>
    String(namespaceRows(snapshot, new Set(['net']))[0]?.sharing ?? ''),
  'the description of a figure': (snapshot) => described(snapshot, snapshot, words),
};

describe.each(Object.entries(PLACES))('%s', (_name, said) => {
  it.each([
    ['the same', /host/, /engine/],
    ['another', /engine/, /[1-9] host|host['’]s/],
    // It was found equal to the host's or to the engine's, and the host's was not there to compare.
    ['unknown', /engine/, /[1-9] host|host['’]s/],
  ] as const)('says whose it is where the host’s is %s', (hostNet, expected, never) => {
    const text = said(machine(hostNet));
    expect(text).toMatch(expected);
    expect(text).not.toMatch(never);
  });
});

/** The machine of a kernel without network namespaces, seen by who may read all. */
function withoutNet(): Snapshot {
  const snapshot = sampleSnapshot([{ name: 'old' }, { name: 'was', state: 'exited' }]);
  const host: Snapshot['host'] = {
    ...snapshot.host,
    namespaces: { ...snapshot.host.namespaces, net: null },
    lacks: ['net'],
  };
  const containers = snapshot.containers.map((container) => ({
    ...container,
    namespaces: { ...container.namespaces, net: null },
    sharing:
      container.pid === 0 ? container.sharing : { ...container.sharing, net: 'absent' as const },
  }));
  return { ...snapshot, host, containers };
}

describe('a type that this kernel has not', () => {
  const snapshot = withoutNet();

  it.each(['a fact of the inspector', 'a cell of the matrix', 'an arc'])('is said: %s', (place) => {
    expect(PLACES[place]?.(snapshot)).toMatch(/no such type|no type|has no network namespaces/);
  });

  it('is said of the host', () => {
    expect(hostArcSentence(snapshot.host, 'net', words)).toBe(
      'This kernel has no network namespaces',
    );
    const net = hostFacts(snapshot).namespaces.find(({ type }) => type === 'net');
    expect(net).toMatchObject({ said: 'absent', proof: null });
  });

  it.each(VIEWS)('is drawn, and nothing is said not to have been read: %s', (view) => {
    const viewState = { ...DEFAULT_VIEW_STATE, view, lens: 'net' as const };
    const { svg } = drawFigure({
      ...{ snapshot, viewState, size: { width: 900, height: 600 }, theme: 'dark' },
      ...{ language: 'en', usage: null, timeZone: 'UTC' },
    });
    expect(svg).not.toMatch(/could not be read|>\?</);
    if (view === 'sharing' || view === 'matrix') {
      // The host and the one that runs.
      expect(svg.match(/data-type="net" data-sharing="absent"/g)).toHaveLength(2);
    }
    if (view === 'sharing') {
      expect(svg).toContain('this kernel has no such type');
      expect(svg).toMatch(/line-through[^>]*>N</);
    }
  });
});
