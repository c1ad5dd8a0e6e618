import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels, type Wish } from './labels';

const wishes: fc.Arbitrary<Wish[]> = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: 900 }),
    width: fc.integer({ min: 7, max: 120 }),
    rank: fc.integer({ min: 0, max: 9 }),
    tall: fc.boolean(),
  }),
  { maxLength: 30 },
);

describe('labels of a ruler', () => {
  it('never overlap', () => {
    fc.assert(
      fc.property(wishes, (some) => {
        const placed = placeLabels(some, 1000);
        const spans = placed.flatMap((label, nth) => {
          const wish = some[nth];
          if (label === null || wish === undefined) return [];
          return (wish.tall ? [0, 1] : [label.line]).map((line) => {
            return { line, from: label.x, to: label.x + wish.width };
          });
        });
        for (const one of spans) {
          const others = spans.filter((each) => each !== one && each.line === one.line);
          for (const { from, to } of others) expect(to <= one.from || from >= one.to).toBe(true);
        }
      }),
    );
  });

  it('have root’s first, and nobody’s beyond the edge', () => {
    const [root, near, far] = placeLabels(
      [
        { x: 6, width: 60, rank: 0, tall: true },
        { x: 30, width: 40, rank: 1, tall: false },
        { x: 980, width: 60, rank: 3, tall: false },
      ],
      1000,
    );
    expect(root).toEqual({ x: 6, line: 0 });
    expect(near).toBeNull();
    expect(far).toEqual({ x: 940, line: 0 });
  });

  it('go into the second line where two ids are neighbours', () => {
    const two = [40, 42].map((x) => ({ x, width: 36, rank: 2, tall: false }));
    expect(placeLabels(two, 1000).map((each) => each?.line)).toEqual([0, 1]);
  });
});
