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
  return matchLayers(history, layers, new Map(Object.entries(layersOf))).map(
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
        expect(match).toHaveLength(made.length);
        match.forEach(({ bytes, createdBy }, nth) => {
          if (createdBy !== null) expect(createdBy).toBe(made[nth]?.createdBy);
          if (bytes !== null) expect(bytes).toBe(made[nth]?.bytes);
        });
        const whole = history.map((each, nth) => ({ ...each, id: String(nth) }));
        expect(matchLayers(whole, made.length, layersOf)).toEqual(
          made.map(({ bytes, createdBy }) => ({ bytes, createdBy })),
        );
      }),
    );
  });
});
