import { expect, it } from 'vitest';
import { elapsed } from './elapsed';

const SINCE = '2026-11-23T15:00:00.000Z';

it.each([
  ['at once', 0, { count: 0, unit: 'second' }],
  ['just under a minute', 59_999, { count: 59, unit: 'second' }],
  ['a minute', 60_000, { count: 1, unit: 'minute' }],
  ['just under an hour', 3_599_999, { count: 59, unit: 'minute' }],
  ['an hour', 3_600_000, { count: 1, unit: 'hour' }],
  ['two days', 2 * 86_400_000, { count: 2, unit: 'day' }],
  ['fault 17: a clock set back', -5000, { count: 0, unit: 'second' }],
])('%s', (_, after, expected) => {
  expect(elapsed(SINCE, Date.parse(SINCE) + after)).toEqual(expected);
});

it('is null where there is no date', () => {
  expect(elapsed('', 0)).toBeNull();
});
