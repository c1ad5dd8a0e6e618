import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insideOf } from '../inside/inside';
import type { Insides } from '../inside/insides';
import type { Language } from '../model/language';
import { parseRecording } from '../recording/parse';
import { parseSelection } from '../view-state/selection';
import { DEFAULT_VIEW_STATE, type Theme } from '../view-state/view-state';
import { drawFigure } from './figure';

/* Golden figures of networks, with what they isolate: see golden.test.ts. */

const FIXTURE = new URL('fixtures/network.jsonl.gz', import.meta.url).pathname;
const text = gunzipSync(readFileSync(FIXTURE)).toString();
const { timeline, readings, duration } = parseRecording(text.trimEnd().split('\n'));
const snapshot = timeline.snapshotOf(timeline.indexAt(duration));
const insides: Insides = new Map(
  snapshot.namespaces.flatMap(({ id, type, lifetime }) => {
    const reading = type === 'net' ? readings.at(duration, id, lifetime) : null;
    if (reading === null) return [];
    return [[id, { is: 'answered', answer: insideOf(id, snapshot, reading) }] as const];
  }),
);

interface Variant {
  theme: Theme;
  language: Language;
  select: string | null;
}

function figure({ theme, language, select }: Variant, of = snapshot, answers = insides): string {
  const selection = select === null ? null : parseSelection(select);
  return drawFigure({
    snapshot: of,
    insides: answers,
    viewState: { ...DEFAULT_VIEW_STATE, view: 'lens', lens: 'net', select: selection },
    size: { width: 1280, height: 720 },
    ...{ theme, language, usage: null, timeZone: 'UTC' },
  }).svg;
}

const VARIANTS: [string, Variant][] = [
  ['', { theme: 'dark', language: 'en', select: null }],
  ['-selected', { theme: 'light', language: 'zh-CN', select: 'container:c1,container:relay' }],
];

describe.each(VARIANTS)('networks%s', (name, variant) => {
  const golden = figure(variant);

  it('are as they were', async () => {
    await expect(golden).toMatchFileSnapshot(`golden/network-lens-net${name}.svg`);
  });

  it('are the same in whatever order lists and answers come', () => {
    const shuffled = <T>(items: readonly T[]) =>
      fc.shuffledSubarray([...items], { minLength: items.length });
    fc.assert(
      fc.property(
        shuffled(snapshot.containers),
        shuffled(snapshot.namespaces),
        shuffled(snapshot.processes),
        shuffled([...insides]),
        (containers, namespaces, processes, answers) => {
          const of = { ...snapshot, containers, namespaces, processes };
          expect(figure(variant, of, new Map(answers))).toBe(golden);
        },
      ),
      { numRuns: 10, seed: 4 },
    );
  });
});

it('tells every device, address and listening port of every network', () => {
  const svg = figure({ theme: 'dark', language: 'en', select: null });
  for (const [id, asked] of insides) {
    if (asked.is !== 'answered' || asked.answer.type !== 'net') throw new Error(id);
    const { devices, listening } = asked.answer;
    const host = snapshot.host.namespaces.net === id;
    // Far ends that the host has are told by the wires.
    for (const { name, addresses, kind } of devices ?? []) {
      if (host && kind === 'veth') continue;
      expect(svg).toContain(`data-device="${name}"`);
      for (const address of addresses) expect(svg).toContain(`data-address="${address}"`);
    }
    for (const { port, protocol } of listening ?? []) {
      expect(svg).toContain(`data-port="${port}" data-protocol="${protocol}"`);
    }
  }
  expect(svg.match(/data-wire=/g)).toHaveLength(
    [...insides.values()]
      .flatMap((asked) =>
        asked.is === 'answered' && asked.answer.type === 'net' ? (asked.answer.devices ?? []) : [],
      )
      .filter(({ kind }) => kind === 'veth').length / 2,
  );
});
