import { expect, it } from 'vitest';
import { steppedIn } from './past';

// A picture that was pinned at 1000, and what is known since 60,000; nobody looked from 70,000 to 80,000.
const PAST = {
  from: 1000,
  to: 90_000,
  gaps: [
    { from: 1000, to: 60_000 },
    { from: 70_000, to: 80_000 },
  ],
};

it.each<[string, number, number, number]>([
  ['on, within what is known', 61_000, 1000, 62_000],
  ['back, within what is known', 62_000, -1000, 61_000],
  ['on from a picture that was pinned, over all that is forgotten', 1000, 1000, 60_000],
  ['back to it', 60_000, -1000, 1000],
  ['on from the edge of a gap', 70_000, 1000, 80_000],
  ['back over it', 80_000, -10_000, 70_000],
  ['back into it', 80_500, -1000, 70_000],
  ['no farther than the first', 1000, -1000, 1000],
  ['no farther than the last', 89_500, 1000, 90_000],
])('a step goes %s', (_, at, by, to) => {
  expect(steppedIn(PAST, at, by)).toBe(to);
});
