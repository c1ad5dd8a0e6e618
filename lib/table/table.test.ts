import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { formatTable, type Column } from './table';

const COLUMNS: Column[] = [
  { title: 'PID', align: 'right' },
  { title: 'NAME', align: 'left' },
  { title: 'COMMAND', align: 'left' },
];
const plain = (text: string) => text;

function table(rows: string[][], width: number | null = null): string[] {
  return formatTable(COLUMNS, rows, { width, paint: plain }).split('\n').slice(0, -1);
}

describe('formatTable', () => {
  it.each<[string, string[][], number | null, string[]]>([
    ['no rows', [], null, ['PID NAME COMMAND']],
    [
      'numbers on the right, text on the left',
      [
        ['7', 'c1', 'sh'],
        ['29889', 'c2', 'sleep 1d'],
      ],
      null,
      ['  PID NAME COMMAND', '    7 c1   sh', '29889 c2   sleep 1d'],
    ],
    ['empty and missing cells', [['7', '']], null, ['PID NAME COMMAND', '  7 -    -']],
    [
      'wide text',
      [
        ['7', '容器', '睡眠'],
        ['8', 'abc', 'sh'],
      ],
      null,
      ['PID NAME COMMAND', '  7 容器 睡眠', '  8 abc  sh'],
    ],
    ['a line too wide', [['7', 'c1', 'sleep 999d']], 16, ['PID NAME COMMAND', '  7 c1   sleep …']],
    ['wide text cut', [['7', 'c1', '睡眠睡眠']], 16, ['PID NAME COMMAND', '  7 c1   睡眠睡…']],
    ['no room at all', [['7', 'c1', 'sh']], 3, ['PID NAME …', '  7 c1   …']],
    ['hostile', [['7', 'c\n1', 'a\u001b[2Jb']], null, ['PID NAME COMMAND', '  7 c 1  a[2Jb']],
  ])('%s', (_, rows, width, expected) => {
    expect(table(rows, width)).toEqual(expected);
  });

  it('paints cells after padding them', () => {
    const painted = formatTable(COLUMNS, [['7', 'c', 'sh']], {
      width: null,
      paint: (text, column, row) => (row === 0 && column === 1 ? `<${text}>` : text),
    });
    expect(painted).toBe('PID NAME COMMAND\n  7 <c   > sh\n');
  });

  it('gives one aligned, printable line a row, whatever comes in', () => {
    const cell = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell)), fc.option(fc.nat(60)), (rows, width) => {
        const lines = table(rows, width);
        expect(lines).toHaveLength(rows.length + 1);
        for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }),
    );
  });

  it('starts the last column at the same place in each line', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '容', 'é', '-') });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
        const starts = table(rows.map((row) => [...row, '|'])).map((line) =>
          stringWidth(line.slice(0, line.search(/\||COMMAND/))),
        );
        expect(new Set(starts).size).toBe(1);
      }),
    );
  });
});
