import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BREAK, placeWindows, widthOfWindows, windowsOf, windowWidth, xOf } from './axis';

const intervals = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 4_294_900_000 }), fc.integer({ min: 0, max: 200 }))
    .map(([from, length]) => ({ from, to: from + length })),
  { minLength: 1, maxLength: 20 },
);
const joins = fc.integer({ min: 0, max: 120 });

describe('the scale of a ruler', () => {
  it('has every id that is to be shown, in windows that do not meet', () => {
    fc.assert(
      fc.property(intervals, joins, (some, join) => {
        const windows = windowsOf(some, join);
        for (const { from, to } of some) {
          expect(windows.some((each) => each.from <= from && each.to >= to)).toBe(true);
        }
        windows.forEach((window, nth) => {
          const next = windows[nth + 1];
          if (next !== undefined) expect(next.from - window.to - 1).toBeGreaterThan(join);
        });
      }),
    );
  });

  it('grows with the ids: two pixels each in a window, and more where some are left out', () => {
    fc.assert(
      fc.property(intervals, joins, fc.integer({ min: 0, max: 3000 }), (some, join, room) => {
        const placed = placeWindows(windowsOf(some, join), 100, room);
        const ids = placed.flatMap(({ from, to }) => [from, Math.min(from + 1, to), to]);
        let [before, last] = [-1, -Infinity];
        for (const id of ids) {
          const x = xOf(placed, id) ?? NaN;
          if (id === before) continue;
          expect(x).toBeGreaterThan(last);
          [before, last] = [id, x];
        }
        for (const { from, to } of placed) {
          expect((xOf(placed, to) ?? 0) - (xOf(placed, from) ?? 0)).toBeCloseTo(2 * (to - from));
        }
        placed.forEach((window, nth) => {
          const next = placed[nth + 1];
          if (next === undefined) return;
          expect(xOf(placed, window.to + 1)).toBeNull();
          const between = next.x - window.x - windowWidth(window);
          expect(between).toBeGreaterThanOrEqual(BREAK.least - 0.001);
          expect(between).toBeLessThanOrEqual(BREAK.most + 0.001);
        });
      }),
    );
  });

  it('takes no more than its room, where that is enough', () => {
    fc.assert(
      fc.property(intervals, fc.integer({ min: 0, max: 500 }), (some, more) => {
        const windows = windowsOf(some, 10);
        const room = widthOfWindows(windows) + more;
        const last = placeWindows(windows, 7, room).at(-1);
        expect((last?.x ?? 0) + windowWidth(last ?? { from: 0, to: 0 })).toBeLessThanOrEqual(
          7 + room + 0.001,
        );
      }),
    );
  });
});
