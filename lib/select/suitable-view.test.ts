import { expect, it } from 'vitest';
import { sampleSnapshot } from '../layout/fixtures/sample-snapshot';
import { suitableView, TOO_MANY_FOR_RINGS } from './suitable-view';

it.each([
  [0, 'sharing'],
  [TOO_MANY_FOR_RINGS, 'sharing'],
  [TOO_MANY_FOR_RINGS + 1, 'matrix'],
])('%i containers begin with %s', (count, view) => {
  const sketches = Array.from({ length: count }, (_, index) => ({ name: `c${index}` }));
  expect(suitableView(sampleSnapshot(sketches))).toBe(view);
});
