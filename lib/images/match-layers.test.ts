import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../docker/reading';
import { matchLayers } from './match-layers';

const entry = (
  createdBy: string,
  bytes: number | null,
  id: string | null = null,
): HistoryEntry => ({
  ...{ createdBy, bytes, id },
});

/** What made each layer, with its bytes; `?` where that is not told. */
function told(history: HistoryEntry[], layers: number, layersOf: Record<string, number> = {}) {
  return matchLayers(history, layers, new Map(Object.entries(layersOf))).layers.map(
    ({ createdBy, bytes }) => `${createdBy ?? '?'} ${bytes ?? '?'}`,
  );
}

const BASE = entry('ADD', 100);

interface Case {
  history: HistoryEntry[];
  layers: number;
  layersOf?: Record<string, number>;
  expected: string[];
}

describe('which entry made which layer', () => {
  it.each<[string, Case]>([
    ['nothing of nothing', { history: [], layers: 0, expected: [] }],
    ['no history at all', { history: [], layers: 2, expected: ['? ?', '? ?'] }],
    [
      'what has bytes has made one, what only configures has not',
      {
        history: [BASE, entry('ENV A=b', 0), entry('RUN a', 5), entry('CMD a', 0)],
        ...{ layers: 2, expected: ['ADD 100', 'RUN a 5'] },
      },
    ],
    [
      'of no bytes, and all of them are needed',
      {
        history: [BASE, entry('RUN mkdir', 0), entry('ENV A=b', 0), entry('WORKDIR /', 0)],
        ...{ layers: 3, expected: ['ADD 100', 'RUN mkdir 0', 'WORKDIR / 0'] },
      },
    ],
    [
      'of no bytes, and none of them is',
      {
        history: [BASE, entry('RUN true', 0), entry('RUN a', 5)],
        ...{ layers: 2, expected: ['ADD 100', 'RUN a 5'] },
      },
    ],
    [
      'of no bytes, and one of two is: that it takes none is sure',
      {
        history: [BASE, entry('RUN mkdir', 0), entry('RUN true', 0), entry('RUN a', 5)],
        ...{ layers: 3, expected: ['ADD 100', '? 0', 'RUN a 5'] },
      },
    ],
    [
      'one of two, with another between them: even which layer that one made is not clear',
      {
        history: [BASE, entry('RUN mkdir', 0), entry('RUN a', 5), entry('RUN true', 0)],
        ...{ layers: 3, expected: ['ADD 100', '? ?', '? ?'] },
      },
    ],
    [
      'the same, and the engine has the images between',
      {
        history: [
          entry('ADD', 100, 'a'),
          entry('RUN mkdir', 0, 'b'),
          entry('RUN a', 5, 'c'),
          entry('RUN true', 0, 'd'),
        ],
        layers: 3,
        layersOf: { a: 1, b: 2, c: 3, d: 3 },
        expected: ['ADD 100', 'RUN mkdir 0', 'RUN a 5'],
      },
    ],
    [
      'what is exact above is so although it is unclear below',
      {
        history: [BASE, entry('RUN x', 0), entry('RUN y', 0, 'b'), entry('WORKDIR /', 0, 'c')],
        ...{ layers: 3, layersOf: { b: 2, c: 3 }, expected: ['ADD 100', '? 0', 'WORKDIR / 0'] },
      },
    ],
    [
      'more layers than entries can have made',
      { history: [BASE, entry('ENV A=b', 0)], layers: 2, expected: ['? ?', '? ?'] },
    ],
    [
      'fewer layers than entries that have bytes',
      { history: [BASE, entry('RUN a', 5)], layers: 1, expected: ['? ?'] },
    ],
    [
      'numbers that go down',
      {
        history: [entry('ADD', 100, 'a'), entry('RUN a', 5, 'b')],
        ...{ layers: 1, layersOf: { a: 2, b: 1 }, expected: ['? ?'] },
      },
    ],
    [
      'bytes that are not told',
      {
        history: [BASE, entry('RUN a', null), entry('ENV A=b', null)],
        ...{ layers: 2, expected: ['ADD 100', 'RUN a ?'] },
      },
    ],
    [
      'a squashed image: all is in the one that has bytes',
      {
        history: [entry('RUN a', 0), entry('RUN b', 0), entry('merge', 50)],
        ...{ layers: 1, expected: ['merge 50'] },
      },
    ],
  ])('%s', (_what, { history, layers, layersOf = {}, expected }) => {
    expect(told(history, layers, layersOf)).toEqual(expected);
  });

  /** Histories as builders make them, each with what made a layer indeed. */
  const built = fc.array(
    fc.oneof(
      fc.record({ word: fc.constant('ENV A=b'), bytes: fc.constant(0), layer: fc.constant(false) }),
      fc.record({
        word: fc.constant('RUN a'),
        bytes: fc.integer({ min: 1, max: 9 }),
        layer: fc.constant(true),
      }),
      fc.record({ word: fc.constant('RUN b'), bytes: fc.constant(0), layer: fc.boolean() }),
    ),
    { maxLength: 12 },
  );

  it('is never another than it was, and all is told where all images are there', () => {
    fc.assert(
      fc.property(built, fc.array(fc.boolean(), { maxLength: 12 }), (steps, kept) => {
        const history = steps.map(({ word, bytes }, nth) =>
          entry(`${word} ${nth}`, bytes, kept[nth] === true ? String(nth) : null),
        );
        const made = history.filter((_, nth) => steps[nth]?.layer === true);
        const counts = steps.map(
          (_, nth) => steps.slice(0, nth + 1).filter(({ layer }) => layer).length,
        );
        const all = Object.fromEntries(counts.map((count, nth) => [String(nth), count]));
        const layersOf = new Map(Object.entries(all));
        const match = matchLayers(history, made.length, layersOf);
        expect(match.layers).toHaveLength(made.length);
        match.layers.forEach(({ bytes, createdBy }, nth) => {
          if (createdBy !== null) expect(createdBy).toBe(made[nth]?.createdBy);
          if (bytes !== null) expect(bytes).toBe(made[nth]?.bytes);
        });
        // What each step came to, by how many layers there were before it.
        const truth = steps.map(({ layer }, nth) =>
          layer
            ? { makes: 'layer', layer: (counts[nth] ?? 0) - 1 }
            : { makes: 'nothing', layer: null },
        );
        expect(match.entries).toHaveLength(steps.length);
        match.entries.forEach(({ makes, layer }, nth) => {
          if (makes !== 'unclear') expect(makes).toBe(truth[nth]?.makes);
          if (layer !== null) expect(layer).toBe(truth[nth]?.layer);
        });
        const whole = history.map((each, nth) => ({ ...each, id: String(nth) }));
        expect(matchLayers(whole, made.length, layersOf)).toEqual({
          layers: made.map(({ bytes, createdBy }) => ({ bytes, createdBy })),
          entries: truth,
        });
      }),
    );
  });
});

describe('what each entry came to', () => {
  /** `2` for the layer that it made, `+` where it is not clear which, `-` for none, `?` where that is not clear. */
  const came = (history: HistoryEntry[], layers: number | null, layersOf = {}) =>
    matchLayers(history, layers, new Map(Object.entries(layersOf)))
      .entries.map(({ makes, layer }) =>
        makes === 'nothing' ? '-' : makes === 'unclear' ? '?' : (layer ?? '+'),
      )
      .join(' ');
  const MKDIR = entry('RUN mkdir', 0);
  const TRUE = entry('RUN true', 0);
  const ENV = entry('ENV A=b', 0);
  const RUN = entry('RUN a', 5);

  it.each<[string, HistoryEntry[], number | null, Record<string, number>, string]>([
    ['what only configures made none', [BASE, ENV, RUN], 2, {}, '0 - 1'],
    ['of no bytes, and all of them did', [BASE, MKDIR, ENV, TRUE], 3, {}, '0 1 - 2'],
    ['of no bytes, and none of them did', [BASE, MKDIR, RUN], 2, {}, '0 - 1'],
    ['of no bytes, and one of two did', [BASE, MKDIR, TRUE, RUN], 3, {}, '0 ? ? 2'],
    ['one that did, and which it made is not clear', [BASE, MKDIR, RUN, TRUE], 3, {}, '0 ? + ?'],
    [
      'images between, which tell it',
      [entry('ADD', 9, 'a'), entry('RUN b', 0, 'b'), entry('RUN true', 0, 'c')],
      ...([2, { a: 1, b: 2, c: 2 }, '0 1 -'] as const),
    ],
    ['an image from nothing', [ENV], 0, {}, '-'],
    ['bytes, and no layer at all', [RUN], 0, {}, '?'],
    ['more layers than entries can have made', [BASE, ENV], 2, {}, '? ?'],
    ['layers that are not told', [BASE, ENV], null, {}, '? ?'],
  ])('%s', (_, history, layers, layersOf, expected) => {
    expect(came(history, layers, layersOf)).toBe(expected);
  });
});
