import { expect, it } from 'vitest';
import { clockOf, type Clock } from './clock';

it.each<[string, string, Clock]>([
  ['as the machine', '0', { ahead: null, days: 0, time: '00:00:00' }],
  ['seven seconds', '7000000000', { ahead: true, days: 0, time: '00:00:07' }],
  ['a day', '86400000000000', { ahead: true, days: 1, time: '00:00:00' }],
  ['behind, with a fraction', '-3661500000000', { ahead: false, days: 0, time: '01:01:01.5' }],
  [
    'more than a double holds',
    '8640000000000000001',
    { ahead: true, days: 100000, time: '00:00:00.000000001' },
  ],
])('%s', (_name, nanoseconds, expected) => {
  expect(clockOf(nanoseconds)).toEqual(expected);
});
