import { expect, test } from 'vitest';
import { markdownText } from './markdown';

test.each([
  ['a plain name', 'web-1.shop_2', 'web-1.shop\\_2'],
  ['a column’s end', 'a|b', 'a\\|b'],
  ['HTML', '<b>&amp;', '\\<b\\>\\&amp;'],
  ['a link', '[a](b)', '\\[a\\]\\(b\\)'],
  ['an address', 'https://a.example', 'https\\://a.example'],
  ['what looks like one', 'www.a.example', 'www\\.a.example'],
  ['a socket, which becomes no link', 'unix:///run/d.sock', 'unix:///run/d.sock'],
  ['somebody who is mentioned', '@team', '\\@team'],
])('%s', (_name, words, expected) => {
  expect(markdownText(words)).toBe(expected);
});
