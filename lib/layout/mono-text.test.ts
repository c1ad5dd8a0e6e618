import { describe, expect, it } from 'vitest';
import { monoEnd, monoShortened, monoShortenedInside, monoWidth } from './mono-text';

it('shortens commands to what fits, Chinese counted double', () => {
  expect(monoShortened('sleep 1d', 100, 12)).toBe('sleep 1d');
  expect(monoShortened('echo 你好你好你好', 80, 12)).toMatch(/…$/);
  expect(monoWidth(monoShortened('echo 你好你好你好', 80, 12), 12)).toBeLessThanOrEqual(80);
});

describe.each([
  ['the beginning', monoShortened, 'abcd…'],
  ['both ends', monoShortenedInside, 'ab…ij'],
  ['the end', monoEnd, '…ghij'],
])('%s of a text', (_name, shorten, cut) => {
  it('is all of it where that fits', () => {
    expect(shorten('abcdefghij', 80, 12)).toBe('abcdefghij');
  });

  it('has as many characters as fit', () => {
    expect(shorten('abcdefghij', 5 * 7.32 + 1, 12)).toBe(cut);
  });

  it.each(['你好你好你好你好', 'a你b好c你d好e你', '😀😀😀😀😀😀😀'])('%s stays within', (text) => {
    for (const width of [60, 77, 80]) {
      expect(monoWidth(shorten(text, width, 12), 12)).toBeLessThanOrEqual(width);
    }
  });
});
