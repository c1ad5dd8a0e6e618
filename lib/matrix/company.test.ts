import { expect, it } from 'vitest';
import { sansWidth } from '../layout/node-text';
import { companyWords, firstThatFits } from './company';

it.each([
  ['one', ['c1'], 'with c1', ['with c1', 'c1']],
  ['two', ['c1', 'c2'], 'with c1, c2', ['with c1, c2', 'c1 +1', '+2']],
  ['many', ['a', 'b', 'c', 'd'], 'with a, b, c, d', ['with a, b, c, d', 'a +3', '+4']],
])('what may be written of %s', (_, others, told, expected) => {
  expect(companyWords(others, told)).toEqual(expected);
});

it.each([
  ['all', 'with shop-1, shop-2', 'with shop-1, shop-2'],
  ['the first and how many more', 'shop-1 +1', 'shop-1 +1'],
  ['less than that', 'shop-1', '+2'],
  ['nothing', '', '+2'],
])('where there is room for %s', (_, room, expected) => {
  const words = companyWords(['shop-1', 'shop-2'], 'with shop-1, shop-2');
  expect(firstThatFits(words, sansWidth(room, 13, true), 13, true)).toBe(expected);
});
