import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable, printableJson } from './printable';

const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

describe('printable', () => {
  it.each([
    ['plain text', 'sleep 1d', 'sleep 1d'],
    ['a colour', '\u001b[31mred', '[31mred'],
    ['a title', '\u001b]0;owned\u0007sh', ']0;ownedsh'],
    ['the eight-bit introducer', '\u009b2Jsh', '2Jsh'],
    ['line breaks and tabs', 'sh -c a\r\nb\tc', 'sh -c a b c'],
    ['separators of Unicode', 'a\u2028b\u2029c\u0085d', 'a b c d'],
    ['text turned around', 'a\u202etxt.exe', 'atxt.exe'],
    ['half a pair', 'a\ud83dz', 'az'],
    ['wide text and emoji', '容器 🐳 é', '容器 🐳 é'],
  ])('%s', (_, text, expected) => {
    expect(printable(text)).toBe(expected);
  });
});

describe('printableJson', () => {
  it('says the same as JSON, in printable characters, whatever the value', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ stringUnit: 'binary' }),
        fc.constantFrom(0, 2),
        (value, indent) => {
          const text = printableJson(value, indent);
          expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
          for (const line of text.split('\n')) expect(line).not.toMatch(UNPRINTABLE);
        },
      ),
    );
  });

  it.each(['\u007f', '\u009b', '\u202e', '\u{e0001}', '\u001b'])('%j is escaped', (character) => {
    const text = printableJson([character]);
    expect(text).toMatch(/^[ -~]+$/);
    expect(JSON.parse(text)).toEqual([character]);
  });
});
