import { expect, it } from 'vitest';
import { saidRates } from './said-rates';
import type { Rates } from './use';

const WORDS = {
  readBytes: (amount: string) => `read ${amount}`,
  writtenBytes: (amount: string) => `write ${amount}`,
  reads: (amount: string) => `${amount} reads`,
  writes: (amount: string) => `${amount} writes`,
};
const rate = (perSecond: number) => ({ perSecond, from: '/a' });

it.each<[string, Rates, string[]]>([
  ['none', {}, []],
  ['bytes as limits are given', { readBytes: rate(1_048_576) }, ['read 1 MiB']],
  ['numbers as they are', { writes: rate(1500) }, ['1500 writes']],
  [
    'all, in one order',
    { writes: rate(4), reads: rate(3), writtenBytes: rate(2048), readBytes: rate(1024) },
    ['read 1 KiB', 'write 2 KiB', '3 reads', '4 writes'],
  ],
])('%s', (_, limits, expected) => {
  expect(saidRates(limits, WORDS)).toEqual(expected);
});
