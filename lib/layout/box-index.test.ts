import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BoxIndex } from './box-index';
import { contains, tooClose, type Box } from './geometry';

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

test('what contains a point is what a look at everything finds, each thing once', () => {
  const point = fc.record({
    x: fc.integer({ min: -900, max: 1600 }),
    y: fc.integer({ min: -900, max: 1600 }),
  });
  fc.assert(
    fc.property(
      fc.array(box, { maxLength: 30 }),
      fc.array(point, { maxLength: 12 }),
      (boxes, points) => {
        const things = boxes.map((each, nth) => ({ box: each, nth }));
        const around = things.filter((thing) => points.some((each) => contains(thing.box, each)));
        const found = new BoxIndex(things).containing(points).sort((a, b) => a.nth - b.nth);
        expect(found).toEqual(around);
      },
    ),
  );
});
