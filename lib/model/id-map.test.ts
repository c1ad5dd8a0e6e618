import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idInside, idOutside, IDENTITY, isSameMap, NO_ID } from './id-map';
import type { IdMapRow } from './namespace';

/** Maps as the kernel takes them: rows of which no two overlap, inside or outside. */
const maps: fc.Arbitrary<IdMapRow[]> = fc
  .array(
    fc.record({
      before: fc.integer({ min: 0, max: 1000 }),
      length: fc.integer({ min: 1, max: 100_000 }),
      skip: fc.integer({ min: 0, max: 100_000 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .chain((parts) => {
    let [inside, outside] = [0, 0];
    const rows = parts.map(({ before, length, skip }): IdMapRow => {
      const row: IdMapRow = [inside + before, outside + skip, length];
      inside += before + length;
      outside += skip + length;
      return row;
    });
    return fc.shuffledSubarray(rows, { minLength: rows.length });
  });

describe('the map of a user namespace', () => {
  it.each<[string, readonly IdMapRow[], number, number | null]>([
    ['root of a remapped container', [[0, 231_072, 65_536]], 231_072, 0],
    ['its last id', [[0, 231_072, 65_536]], 296_607, 65_535],
    ['one behind its last', [[0, 231_072, 65_536]], 296_608, null],
    ['one before its first', [[0, 231_072, 65_536]], 231_071, null],
    ['root of the host, of whom it has no number', [[0, 231_072, 65_536]], 0, null],
    [
      'who started rootless',
      [
        [0, 1000, 1],
        [1, 100_000, 65_536],
      ],
      1000,
      0,
    ],
    [
      'the second row of rootless',
      [
        [0, 1000, 1],
        [1, 100_000, 65_536],
      ],
      100_100,
      101,
    ],
    ['nothing mapped yet', [], 0, null],
    ['what the reader has no number for', [[0, NO_ID, 65_536]], NO_ID, null],
  ])('%s', (_, map, outside, inside) => {
    expect(idInside(map, outside)).toBe(inside);
    if (inside !== null) expect(idOutside(map, inside)).toBe(outside);
  });

  it('leads from inside to outside and back to the same id', () => {
    fc.assert(
      fc.property(maps, fc.nat(11), fc.nat(99_999), (map, row, step) => {
        const [first, , length] = map[row % map.length] ?? [0, 0, 1];
        const inside = first + (step % length);
        const outside = idOutside(map, inside);
        expect(outside).not.toBeNull();
        expect(idInside(map, outside ?? -1)).toBe(inside);
      }),
    );
  });

  it('has each id for itself on the host', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: NO_ID - 1 }), (id) => {
        expect(idInside(IDENTITY, id)).toBe(id);
        expect(idOutside(IDENTITY, id)).toBe(id);
      }),
    );
  });

  it('is the same in another order of rows, and another with another row', () => {
    const rows: IdMapRow[] = [
      [0, 1000, 1],
      [1, 100_000, 65_536],
    ];
    expect(isSameMap(rows, rows.toReversed())).toBe(true);
    expect(isSameMap(rows, [[0, 1000, 1]])).toBe(false);
  });
});
