import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BoxIndex } from './box-index';
import { tooClose, type Box } from './geometry';

const box: fc.Arbitrary<Box> = fc
  .tuple(
    fc.integer({ min: -900, max: 900 }),
    fc.integer({ min: -900, max: 900 }),
    fc.integer({ min: 0, max: 700 }),
    fc.integer({ min: 0, max: 700 }),
  )
  .map(([left, top, width, height]) => ({ left, top, right: left + width, bottom: top + height }));

test('what is near is what a look at everything finds, each thing once', () => {
  fc.assert(
    fc.property(
      fc.array(box, { maxLength: 30 }),
      box,
      fc.integer({ min: 0, max: 90 }),
      (boxes, at, gap) => {
        const things = boxes.map((each, nth) => ({ box: each, nth }));
        const near = things.filter((thing) => tooClose(thing.box, at, gap));
        const found = new BoxIndex(things).near(at, gap).sort((a, b) => a.nth - b.nth);
        expect(found).toEqual(near);
      },
    ),
  );
});
