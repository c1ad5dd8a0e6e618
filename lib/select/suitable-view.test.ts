import { expect, it } from 'vitest';
import { sampleSnapshot } from '../layout/fixtures/sample-snapshot';
import { suitableGrouping, suitableView, TOO_MANY_FOR_RINGS } from './suitable-view';

it.each([
  [0, 'sharing', 'none'],
  [TOO_MANY_FOR_RINGS, 'sharing', 'none'],
  [TOO_MANY_FOR_RINGS + 1, 'matrix', 'sharing'],
] as const)('%i containers begin with %s, rows grouped by %s', (count, view, grouping) => {
  const sketches = Array.from({ length: count }, (_, index) => ({ name: `c${index}` }));
  const snapshot = sampleSnapshot(sketches);
  expect(suitableView(snapshot)).toBe(view);
  expect(suitableGrouping(snapshot)).toBe(grouping);
});

it.each([
  [5, 3000, 'sharing', 'none'],
  [TOO_MANY_FOR_RINGS, 21, 'sharing', 'none'],
  [TOO_MANY_FOR_RINGS, 20, 'matrix', 'sharing'],
] as const)('%i among %i that ended begin with %s, by %s', (running, ended, view, grouping) => {
  const snapshot = sampleSnapshot([
    ...Array.from({ length: running }, (_, index) => ({ name: `c${index}` })),
    ...Array.from({ length: ended }, (_, index) => {
      return { name: `job${index}`, state: 'exited' as const };
    }),
  ]);
  expect(suitableView(snapshot)).toBe(view);
  expect(suitableGrouping(snapshot)).toBe(grouping);
});
