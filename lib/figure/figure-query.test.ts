import { describe, expect, it } from 'vitest';
import { readFigureQuery } from './figure-query';
import { parseSize } from './figure-size';

describe('the query of a figure', () => {
  it('is that of the page, and a size', () => {
    expect(
      readFigureQuery(new URLSearchParams('view=lens&lens=net&theme=dark&lang=zh-CN&size=800x600')),
    ).toMatchObject({
      viewState: { view: 'lens', lens: 'net' },
      size: { width: 800, height: 600 },
      theme: 'dark',
      language: 'zh-CN',
      text: 'outlines',
    });
  });

  it('needs nothing', () => {
    expect(readFigureQuery(new URLSearchParams())).toMatchObject({
      ...{ theme: 'light', language: 'en', text: 'outlines' },
      size: { width: 960, height: 540 },
    });
  });

  it.each([
    ['a parameter that no page has', 'veiw=lens', 'no figure has veiw'],
    ['a value that is none', 'view=lense', /^view: expected sharing, lens/],
    ['a size that is too small', 'size=10x10', /^size: expected WIDTHxHEIGHT from 480x320/],
    ['a size that is too large', 'size=99999x500', /^size: expected/],
    ['another way of writing', 'text=html', 'text: expected outlines, fonts'],
    ['a recording', 'recording=course&at=3', /^recording, at: the figure is of what this server/],
    [
      'another moment, or one compared with',
      'past=2026-11-30T17:26:12Z&from=2026-11-30T17:24:10Z',
      /^past, from: the figure is of what this server/,
    ],
  ])('is refused with %s', (_, query, why) => {
    expect(readFigureQuery(new URLSearchParams(query))).toEqual(
      typeof why === 'string' ? why : expect.stringMatching(why),
    );
  });
});

it.each([
  ['960x540', { width: 960, height: 540 }],
  ['480x320', { width: 480, height: 320 }],
  ['4096x4096', { width: 4096, height: 4096 }],
  ['479x320', null],
  ['4097x600', null],
  ['960', null],
  ['960 x 540', null],
  ['-960x540', null],
  ['1e3x540', null],
])('the size %s', (text, size) => {
  expect(parseSize(text)).toEqual(size);
});
