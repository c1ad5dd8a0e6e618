import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable } from '../table/printable';
import { Html, markup } from './html';

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** What a browser makes of text and of attributes. */
function read(source: string): string {
  return source.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}

describe('markup', () => {
  it('any text stays text, within an element and within an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { source } = markup`<p title="${text}">${text}</p>`;
        const parts = /^<p title="([^"<>]*)">([^"<>]*)<\/p>$/.exec(source);
        expect(parts?.slice(1).map(read)).toEqual([printable(text), printable(text)]);
      }),
    );
  });

  it('what is HTML stays HTML, one or several', () => {
    const item = markup`<li>${'a & b'}</li>`;
    expect(markup`<ul>${[item, item]}</ul>${item}${7}`.source).toBe(
      '<ul><li>a &amp; b</li>\n<li>a &amp; b</li></ul><li>a &amp; b</li>7',
    );
    expect(markup``).toEqual(new Html(''));
  });
});
