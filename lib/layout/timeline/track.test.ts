import { describe, expect, it } from 'vitest';
import { labelsIn } from './labels';
import { ticksIn } from './ticks';

describe('ticks', () => {
  it.each<[string, Parameters<typeof ticksIn>, number[]]>([
    ['of a minute', [0, 60_000, 0, 8], [0, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000]],
    ['are where clocks are round', [0, 240_000, 30_000, 4], [30_000, 90_000, 150_000, 210_000]],
    ['before the start as well', [-120_000, 0, 0, 2], [-120_000, -60_000, -0]],
    ['of nothing', [0, 0, 0, 8], [0]],
  ])('%s', (_name, of, expected) => {
    expect(ticksIn(...of).map((each) => each + 0)).toEqual(expected.map((each) => each + 0));
  });

  it('are never more than there is room for', () => {
    for (const minutes of [0.1, 1, 5, 15, 60, 600]) {
      expect(ticksIn(0, minutes * 60_000, 17, 8).length).toBeLessThanOrEqual(9);
    }
  });
});

describe('labels', () => {
  it.each<[string, { x: number; width: number }[], [number, number][]]>([
    ['none', [], []],
    ['below its place', [{ x: 50, width: 20 }], [[0, 40]]],
    [
      'within the ends',
      [
        { x: 2, width: 20 },
        { x: 99, width: 20 },
      ],
      [
        [1, 80],
        [0, 0],
      ],
    ],
    [
      'the later one where two have no room',
      [
        { x: 50, width: 30 },
        { x: 60, width: 30 },
      ],
      [[1, 45]],
    ],
  ])('%s', (_name, labels, expected) => {
    expect(labelsIn(labels, 100).map(({ index, left }) => [index, left])).toEqual(expected);
  });
});
