import { describe, expect, it } from 'vitest';
import { framed } from './frame';
import type { OutlineFont, OutlineFonts } from './outline-font';
import { inFonts, MissingCharacter, outlined, textsIn } from './outlined';
import { PALETTES } from './palette';
import { rendered, type SvgNode } from './svg';
import { textLine, type TextStyle } from './text';

/** A font whose letters are squares, a thousand units wide, each with its number for its width. */
function squares(characters: string): OutlineFont {
  return {
    has: (character) => characters.includes(character),
    letters: (text) => ({
      glyphs: [...text].map((each, nth) => ({
        glyph: each.codePointAt(0) ?? 0,
        x: nth * 1000,
        y: 0,
      })),
      advance: [...text].length * 1000,
    }),
    outline: (glyph) =>
      glyph === 32
        ? []
        : [
            { type: 'M', values: [0, 0] },
            { type: 'L', values: [glyph, 0] },
            { type: 'Z', values: [] },
          ],
  };
}

const LATIN = 'abcdefghijklmnopqrstuvwxyz &<';
const FONTS: OutlineFonts = {
  sans: squares(LATIN),
  mono: squares(`${LATIN}|`),
  chinese: squares('中文́'),
};

function drawn(line: SvgNode): string {
  const figure = framed({
    size: { width: 100, height: 50 },
    palette: PALETTES.light,
    title: 'read a',
    description: 'read b',
    defs: [],
    content: [line],
  });
  return rendered(outlined(figure, FONTS, 'n1'));
}

const STYLE: TextStyle = { size: 10, fill: '#123456' };

describe('a line', () => {
  it('is letters that refer to their shapes, each of which is there once', () => {
    const svg = drawn(textLine('aba', 5, 20, STYLE));
    expect(svg).not.toContain('<text');
    expect(svg.match(/<path id="n1-g-\w+" d="[^"]+"/g)).toEqual([
      '<path id="n1-g-0" d="M0 0l97 0z"',
      '<path id="n1-g-1" d="M0 0l98 0z"',
    ]);
    expect(
      [...svg.matchAll(/<use href="#([\w-]+)" x="(\d+)"/g)].map((use) => use.slice(1)),
    ).toEqual([
      ['n1-g-0', '0'],
      ['n1-g-1', '1000'],
      ['n1-g-0', '2000'],
    ]);
    expect(svg).toContain('transform="translate(5,20) scale(0.01)" fill="#123456"');
  });

  it.each([
    ['middle' as const, 'translate(85,20)'],
    ['end' as const, 'translate(70,20)'],
  ])('is placed by its %s', (anchor, transform) => {
    expect(drawn(textLine('abc', 100, 20, { ...STYLE, anchor }))).toContain(transform);
  });

  it('has its edge behind all of its letters', () => {
    const svg = drawn(textLine('ab', 0, 0, { ...STYLE, edge: { colour: '#fff', width: 4 } }));
    const parts = svg.slice(svg.indexOf('translate(')).match(/<g|<use|<\/g/g);
    expect(parts).toEqual(['<g', '<use', '<use', '</g', '<use', '<use', '</g']);
    expect(svg).toContain('stroke-width="400"');
  });

  it('leans, and is struck out', () => {
    expect(drawn(textLine('a', 0, 0, { ...STYLE, italic: true }))).toContain('skewX(-11.3)');
    expect(drawn(textLine('a b', 0, 0, { ...STYLE, struck: true }))).toMatch(
      /<rect y="-325" width="3000" height="70"\/>/,
    );
  });

  it('has parts in colours of their own, one after the other', () => {
    const line = { ...textLine('', 0, 0, STYLE), children: ['a', part('b')] };
    expect(drawn(line)).toMatch(/x="0"\/>\s*<g fill="#f00">\s*<use href="#n1-g-1" x="1000"\/>/);
  });

  it('has one space for several, as SVG draws them, and none of what SVG cannot have', () => {
    expect(textsIn(textLine('a  \u202e b\u0000', 0, 0, STYLE)).map(({ text }) => text)).toEqual([
      'a b',
    ]);
  });
});

function part(text: string): SvgNode {
  return { name: 'tspan', attributes: { fill: '#f00' }, children: [text] };
}

it('what is read aloud stays text', () => {
  const svg = drawn(textLine('a', 0, 0, STYLE));
  expect(svg).toContain('<title>read a</title>');
  expect(svg).toContain('<desc>read b</desc>');
});

describe('each character', () => {
  it.each([
    ['of the wanted font', 'ab', 'sans', ['sans ab']],
    ['of Chinese between Latin', 'a中文b', 'sans', ['sans a', 'chinese 中文', 'sans b']],
    ['that only the other has', 'a|b', 'sans', ['sans a', 'mono |', 'sans b']],
    ['with a mark goes where both are', '中\u0301', 'sans', ['chinese 中\u0301']],
  ] as const)('%s', (_, text, wanted, runs) => {
    expect(inFonts(text, wanted, FONTS).map((run) => `${run.font} ${run.text}`)).toEqual(runs);
  });

  it('that no font has is named, with the text that it stands in', () => {
    expect(inFonts('a😀b', 'sans', FONTS)).toContainEqual({ font: null, text: '😀' });
    try {
      drawn(textLine('a😀😀b', 0, 0, STYLE));
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(MissingCharacter);
      expect(error).toMatchObject({ character: '😀', text: 'a😀😀b' });
    }
  });
});
