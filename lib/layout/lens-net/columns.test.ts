import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stacksOf } from './columns';

describe('columns', () => {
  it.each([
    ['one for each rail where there is no more', [1, 1], 2, [[0], [1]], [1, 1]],
    ['more for who has more', [4, 2], 3, [[0], [1]], [2, 1]],
    ['no more than boxes', [2, 1], 9, [[0], [1]], [2, 1]],
    ['no more than lower it', [5], 4, [[0]], [3]],
    ['one above the other where rails are too many', [3, 1, 1, 1], 2, [[0], [1, 2, 3]], [1, 1]],
    ['no more than make it as low as the highest', [5, 4], 7, [[0], [1]], [3, 2]],
    ['one for a rail without boxes', [0, 2], 4, [[0], [1]], [1, 2]],
  ])('%s', (_, counts, columns, rails, widths) => {
    const stacks = stacksOf(counts, columns);
    expect(stacks.map((each) => each.rails)).toEqual(rails);
    expect(stacks.map((each) => each.columns)).toEqual(widths);
  });

  it('hold every rail once, in order, and never more than there are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(40), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 12 }),
        (counts, columns) => {
          const stacks = stacksOf(counts, columns);
          expect(stacks.flatMap(({ rails }) => rails)).toEqual(counts.map((_, nth) => nth));
          const used = stacks.reduce((sum, each) => sum + each.columns, 0);
          expect(used).toBeLessThanOrEqual(columns);
          expect(stacks.every((each) => each.columns > 0)).toBe(true);
        },
      ),
    );
  });
});
