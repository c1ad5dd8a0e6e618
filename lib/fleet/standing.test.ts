import { expect, it } from 'vitest';
import { clockOff, nowAt, standingOf } from './standing';

const NOW = Date.parse('2026-11-30T17:26:12.500Z');

it.each([
  ['this moment', 0, 'live'],
  ['a summary ago', 18_000, 'live'],
  ['just in time', 29_999, 'live'],
  ['half a minute ago', 30_000, 'lagging'],
  ['just before it is given up', 59_999, 'lagging'],
  ['a minute ago', 60_000, 'lost'],
  ['a day ago', 86_400_000, 'lost'],
  ['later than now, as another clock had it', -5000, 'live'],
])('one that was heard %s', (_, age, expected) => {
  expect(standingOf(NOW - age, NOW)).toBe(expected);
});

it.each([
  ['is right', 0, null],
  ['is right, and the way was long', -20_000, null],
  ['is as far off as it may be', 30_000, null],
  ['is ahead', 30_001, 30_001],
  ['is behind', -3_600_000, -3_600_000],
])('a clock that %s', (_, off, expected) => {
  expect(clockOff(new Date(NOW + off).toISOString(), NOW)).toBe(expected);
});

it('how a machine stands does not go by its own clock', () => {
  const arrivedAt = NOW - 1000;
  expect(clockOff('1970-01-01T00:00:00Z', arrivedAt)).toBe(-arrivedAt);
  expect(standingOf(arrivedAt, NOW)).toBe('live');
});

it.each<[string, number, number[], number]>([
  ['nobody', 500, [], 500],
  ['a clock that is as ours', 500_000, [480_000, 499_000], 500_000],
  ['one that is ahead of ours', 500_000, [700_000, 650_000], 700_000],
  ['one that is behind ours', 500_000, [300_000, 320_000], 359_999],
])('what time it is to %s', (_, now, arrivals, expected) => {
  expect(nowAt(now, arrivals)).toBe(expected);
});
