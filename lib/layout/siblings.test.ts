import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distance, type Point } from './geometry';
import { middleOf } from './placing-cost';
import { Siblings } from './siblings';
import { SlotBoard } from './slot-board';

const WINDOW = { left: -400, right: 400, top: -300, bottom: 300 };
const { open: slots } = new SlotBoard(WINDOW, { x: 0, y: 0 }, 1, 6);

/** Each with the slots that are asked about before the next one comes. */
const comings = fc.array(
  fc.record({
    at: fc.record({
      x: fc.integer({ min: -900, max: 900 }),
      y: fc.integer({ min: -900, max: 900 }),
    }),
    asked: fc.subarray([...slots]),
  }),
  { minLength: 1, maxLength: 12 },
);

test('siblings tell their middle, and the nearest to a slot, whenever it was asked about before', () => {
  fc.assert(
    fc.property(comings, (all) => {
      const siblings = new Siblings();
      const standing: Point[] = [];
      for (const { at, asked } of all) {
        siblings.add(at);
        standing.push(at);
        expect(siblings.middle).toEqual(middleOf(standing));
        for (const slot of asked) {
          const nearest = Math.min(...standing.map((each) => distance(slot, each)));
          expect(siblings.nearestTo(slot)).toBe(nearest);
        }
      }
    }),
  );
});

test('siblings are each looked at once for a slot that is asked about again and again', () => {
  let looks = 0;
  const siblings = new Siblings();
  const [slot = expect.fail('the board is empty')] = slots;
  for (let nth = 0; nth < 100; nth += 1) {
    siblings.add({
      get x() {
        looks += 1;
        return nth;
      },
      y: nth,
    });
    const before = looks;
    siblings.nearestTo(slot);
    expect(looks).toBe(before + 1);
  }
});
