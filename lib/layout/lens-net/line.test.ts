import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf, sentenceLines, widthOf, type Piece } from './line';

const role = fc.constantFrom('name', 'plain', 'dim', 'code', 'dimCode', 'address' as const);
const piece: fc.Arbitrary<Piece> = fc.oneof(
  fc.record({ sign: fc.constantFrom('up', 'arrow', 'query' as const) }),
  fc.record({
    text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    role,
    gives: fc.boolean(),
    tight: fc.boolean(),
  }),
);

describe('a line', () => {
  it('fits its room, and nothing in it lies over anything else', () => {
    const pieces = fc.array(piece, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(pieces, fc.integer({ min: 110, max: 400 }), (of, room) => {
        const line = lineOf(of, room);
        expect(line.width).toBeLessThanOrEqual(room + 0.001);
        const places = [
          ...line.spans.map(({ x, text, role: is }) => ({ x, end: x + widthOf(text, is) })),
          ...line.signs.map(({ x }) => ({ x, end: x + 16 })),
        ].sort((a, b) => a.x - b.x || a.end - b.end);
        places.forEach(({ end }, nth) => {
          expect(end).toBeLessThanOrEqual((places[nth + 1]?.x ?? line.width) + 0.001);
        });
      }),
    );
  });

  it('is cut first where it gives, and says all of it when asked', () => {
    const line = lineOf(
      [
        { text: 'eth0', role: 'code' },
        { text: 'fe80::42:bfff:fee7:1d20/64', role: 'code', gives: true },
        { text: 'down', role: 'plain' },
      ],
      160,
    );
    const [first, second, third] = line.spans.map(({ text }) => text);
    expect([first, third]).toEqual(['eth0', 'down']);
    expect(second).toMatch(/^fe80.*…$/);
    expect(line.whole).toBe('eth0 fe80::42:bfff:fee7:1d20/64 down');
  });

  it('of a sentence has its sign once, and all words', () => {
    const lines = sentenceLines('who reads may not enter it', 'unknown', 'query', 110);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.flatMap(({ signs }) => signs)).toHaveLength(1);
    expect(lines.flatMap(({ spans }) => spans.map(({ text }) => text)).join(' ')).toBe(
      'who reads may not enter it',
    );
  });
});
