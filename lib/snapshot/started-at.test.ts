import { expect, it } from 'vitest';
import { startedAt } from './started-at';

const BOOT = Date.parse('2026-11-23T15:00:00.000Z');

it('fault 16: when the machine was started is not known', () => {
  expect(startedAt('3000', { bootTime: null, ticksPerSecond: 100 })).toBeNull();
});

it.each([
  ['at boot', '0', 100, '2026-11-23T15:00:00.000Z'],
  ['half a minute after boot', '3000', 100, '2026-11-23T15:00:30.000Z'],
  ['by another clock tick', '3000', 1000, '2026-11-23T15:00:03.000Z'],
  // As recorded below `unshare --time --boottime -5000` of a process begun 0.3 s after boot.
  ['fault 17: before a clock that was set back', '1844673907401', 100, '2026-11-23T13:36:40.300Z'],
  ['fault 16: never', '18446744073709551615', 100, '+275760-09-13T00:00:00.000Z'],
])('%s', (_, startTicks, ticksPerSecond, moment) => {
  expect(startedAt(startTicks, { bootTime: BOOT, ticksPerSecond })).toBe(moment);
});
