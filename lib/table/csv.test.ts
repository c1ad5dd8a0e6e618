import { csvParseRows } from 'd3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvTable } from './csv';

/** What a reader of such files makes of the one cell of a table. */
const read = (text: string) => csvParseRows(csvTable([[text]]));

describe('a cell', () => {
  it.each([
    ['a name', 'web-1', 'web-1'],
    ['a comma', 'a,b', 'a,b'],
    ['quotation marks', 'say "no"', 'say "no"'],
    ['lines', 'a\r\nb\u2028c', 'a b c'],
    ['what colours a terminal', '\u001b[31mred', '[31mred'],
    ['nothing', '', ''],
    ['Chinese', '容器,甲', '容器,甲'],
    ['a formula', '=1+1', "'=1+1"],
    ['a sum', '+1', "'+1"],
    ['a difference', '-1', "'-1"],
    ['an old function', '@SUM(1)', "'@SUM(1)"],
    ['a formula after blanks', '  =1', "  '=1"],
    ['a formula after a tab', '\t=1', " '=1"],
    ['a formula in full width', '＝1', "'＝1"],
    ['a formula after what may separate cells', 'a;=1', "a;'=1"],
    ['a formula in quotation marks', '"=1"', '"=1"'],
    ['signs within', 'a=b+c@d-e', 'a=b+c@d-e'],
    ['a dash of print', '–', '–'],
  ])('%s', (_, text, cell) => {
    expect(read(text)).toEqual([[cell]]);
  });
});

it('whatever names are, there are as many rows and cells as there were, and no formula', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...'=+-@;," \t\r\na') }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text, text), { minLength: 1 }), (rows) => {
      const found = csvParseRows(csvTable(rows));
      expect(found.map((row) => row.length)).toEqual(rows.map(() => 3));
      for (const cell of found.flat()) {
        for (const part of cell.split(';')) expect(part.trim()).not.toMatch(/^[=+\-@＝＋－＠]/);
        expect(cell).not.toMatch(/[\r\n\t]/);
      }
    }),
  );
});
