import { expect, it } from 'vitest';
import { Moments } from './moments';

it.each([
  ['before anything was told, that is the first', 0, 'one'],
  ['at the very moment', 500, 'one'],
  ['until the next', 1999, 'one'],
  ['from the next on', 2000, 'two'],
  ['at the end', 60_000, 'two'],
])('what was told last counts: %s', (_when, position, value) => {
  const moments = new Moments<string>();
  moments.put('a', 500, 'one');
  moments.put('b', 700, 'other');
  moments.put('a', 2000, 'two');
  expect(moments.at('a', position)).toBe(value);
});

it('of what nothing was told, nothing is', () => {
  expect(new Moments<string>().at('a', 0)).toBeNull();
});
