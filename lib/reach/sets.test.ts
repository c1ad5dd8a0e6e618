import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { NftElement } from '../netlink/nft-sets';
import type { Bytes } from './packet';
import { findIn, type FilledSet } from './sets';

const bytes = (value: number): Bytes => [value >> 8, value & 0xff];
const element = (value: number, change: Partial<NftElement> = {}): NftElement => ({
  ...{ key: Uint8Array.from([value >> 8, value & 0xff]), last: null, isEnd: false, isRest: false },
  ...{ data: null, isOdd: false },
  ...change,
});
const filled = (elements: NftElement[], change: Partial<FilledSet> = {}): FilledSet => ({
  ...{ family: 'ip', table: 't', name: 's', keyLength: 2, parts: [], ranges: false },
  ...{ growing: false, elements },
  ...change,
});
const all = new Uint8Array();

it.each<[string, FilledSet, Bytes, number | null | 'unknown']>([
  ['what is in it', filled([element(22), element(80)]), bytes(80), 80],
  ['what is not', filled([element(22), element(81)]), bytes(80), null],
  ['what can be in it', filled([element(0x1650)]), [0x16, null], 'unknown'],
  ['what cannot', filled([element(0x1750)]), [0x16, null], null],
  ['nothing in an empty one', filled([]), [null, null], null],
  ['the rest', filled([element(22), element(0, { key: all, isRest: true })]), bytes(80), 0],
  ['one that counts how often', filled([element(80, { isOdd: true })]), bytes(80), 'unknown'],
  ['one that grows', filled([element(80)], { growing: true }), bytes(80), 'unknown'],
  [
    'a range from its first',
    filled([element(8), element(9, { isEnd: true })], { ranges: true }),
    bytes(8),
    8,
  ],
  [
    'not its end',
    filled([element(8), element(9, { isEnd: true })], { ranges: true }),
    bytes(9),
    null,
  ],
  ['one up to the last of all', filled([element(8)], { ranges: true }), bytes(0xffff), 8],
  ['none of what is unknown', filled([element(8)], { ranges: true }), [null, null], 'unknown'],
  [
    'no range where there are ends alone',
    filled([element(0, { isEnd: true })], { ranges: true }),
    [null, null],
    null,
  ],
])('finds %s', (_, set, value, expected) => {
  const found = findIn(set, value);
  expect(found === null || found === 'unknown' ? found : (found.key[1] ?? 0)).toBe(expected);
});

it('a range of several parts holds for each part by itself', () => {
  const key = Uint8Array.of(10, 1, 0, 0, 0, 70, 0, 0);
  const last = Uint8Array.of(10, 1, 0, 255, 0, 90, 0, 0);
  const parts = { keyLength: 8, parts: [4, 2], ranges: true };
  const set = filled([element(0, { key, last })], parts);
  expect(findIn(set, [10, 1, 0, 7, 0, 80, 0, 0])).not.toBeNull();
  expect(findIn(set, [10, 1, 0, 7, 0, 91, 0, 0])).toBeNull();
  expect(findIn(set, [10, 1, 1, 7, 0, 80, 0, 0])).toBeNull();
  expect(findIn(set, [10, 1, 0, 7, null, null, 0, 0])).toBe('unknown');
});

it('ranges hold as numbers do, in whatever order they are told', () => {
  const cuts = fc.uniqueArray(fc.nat(0xffff), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(cuts, fc.nat(0xffff), fc.nat(), (numbers, value, seed) => {
      const sorted = numbers.toSorted((a, b) => a - b);
      const elements = sorted.map((at, nth) => element(at, { isEnd: nth % 2 === 1 }));
      const turned = elements.map(
        (_, nth) => elements[(nth + seed) % elements.length] ?? element(0),
      );
      const below = sorted.filter((at) => at <= value).length;
      const found = findIn(filled(turned, { ranges: true }), bytes(value));
      expect(found !== null).toBe(below % 2 === 1);
    }),
  );
});
