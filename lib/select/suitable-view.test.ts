import { expect, it } from 'vitest';
import { sampleSnapshot } from '../layout/fixtures/sample-snapshot';
import { suitableGrouping, suitableView } from './suitable-view';

/** What a view has of a screen: beside the inspector, below the header. */
const ROOMS = {
  phone: { width: 360, height: 600 },
  projector: { width: 965, height: 620 },
  laptop: { width: 1084, height: 800 },
  desk: { width: 1600, height: 980 },
  wall: { width: 3500, height: 2000 },
};

it.each([
  ['projector', 0, 0, 'sharing', 'none'],
  ['projector', 12, 0, 'sharing', 'none'],
  ['projector', 13, 0, 'sharing', 'sharing'],
  ['projector', 21, 0, 'sharing', 'sharing'],
  // Their names would stand over their rings, and no arc would have its letter.
  ['projector', 22, 0, 'matrix', 'sharing'],
  ['projector', 60, 0, 'matrix', 'sharing'],
  ['laptop', 30, 0, 'sharing', 'sharing'],
  ['laptop', 60, 0, 'matrix', 'sharing'],
  ['desk', 60, 0, 'sharing', 'sharing'],
  ['desk', 80, 0, 'matrix', 'sharing'],
  ['wall', 80, 0, 'sharing', 'sharing'],
  ['wall', 81, 0, 'matrix', 'sharing'],
  ['phone', 12, 0, 'sharing', 'none'],
  ['phone', 13, 0, 'matrix', 'sharing'],
  // Of those that have ended, many are one thing.
  ['projector', 5, 3000, 'sharing', 'none'],
  ['projector', 21, 21, 'sharing', 'sharing'],
  ['projector', 21, 20, 'matrix', 'sharing'],
] as const)(
  'on a %s %i that run and %i that have ended begin with %s, rows grouped by %s',
  (screen, running, ended, view, grouping) => {
    const snapshot = sampleSnapshot([
      ...Array.from({ length: running }, (_, index) => ({ name: `c${index}` })),
      ...Array.from({ length: ended }, (_, index) => {
        return { name: `job${index}`, state: 'exited' as const };
      }),
    ]);
    expect(suitableView(snapshot, ROOMS[screen])).toBe(view);
    expect(suitableGrouping(snapshot)).toBe(grouping);
  },
);
