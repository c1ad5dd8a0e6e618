import stringWidth from 'string-width';
import { printable } from './printable';

/** Spaces between two columns. */
const GAP = ' ';
const ELLIPSIS = '…';

export interface Column {
  title: string;
  /** Numbers stand on the right. */
  align: 'left' | 'right';
}

export interface TableOptions {
  /** Columns of the terminal, at which the last cell of a line is cut; null: nothing is cut. */
  width: number | null;
  /** Colours a cell that is already padded; `row` is null for the titles. */
  paint: (text: string, column: number, row: number | null) => string;
}

/**
 * Lines of aligned columns under their titles, each ending with a line break. Cells lose what is not
 * printable; an empty one reads `-`. Wide characters count as the two columns that terminals give them.
 */
export function formatTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { width, paint }: TableOptions,
): string {
  const titles = columns.map(({ title }) => printable(title));
  const cells = rows.map((row) => columns.map((_, at) => printable(row[at] ?? '') || '-'));
  const lines = [titles, ...cells];
  const widths = columns.map((_, at) =>
    lines.reduce((most, line) => Math.max(most, stringWidth(line[at] ?? '')), 0),
  );
  const last = columns.length - 1;
  const before = widths.slice(0, last).reduce((sum, each) => sum + each + GAP.length, 0);
  return lines
    .map((line, index) => {
      const row = index === 0 ? null : index - 1;
      const shown = line.map((cell, at) => {
        if (at < last) return pad(cell, widths[at] ?? 0, columns[at]?.align ?? 'left');
        return width === null ? cell : cut(cell, Math.max(1, width - before));
      });
      return `${shown.map((cell, at) => paint(cell, at, row)).join(GAP)}\n`;
    })
    .join('');
}

function pad(text: string, width: number, align: Column['align']): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'right' ? space + text : text + space;
}

/** The beginning of a text that is too wide, with an ellipsis. */
function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += stringWidth(character);
    if (used > width - 1) break;
    kept += character;
  }
  return kept + ELLIPSIS;
}
