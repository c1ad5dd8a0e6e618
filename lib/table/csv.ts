import { csvFormatRows } from 'd3';
import { printable } from './printable';

/**
 * What makes a spreadsheet take a cell for a formula, as it is typed and in full width, at its beginning and after
 * what separates cells where a comma is part of numbers.
 */
const FORMULA = /(^|;)(\s*)(?=[=+\-@＝＋－＠])/gu;

/**
 * Rows as comma-separated values (RFC 4180, lines end with a line feed alone). Names are what their owners like them to
 * be: a cell is one line, and what a spreadsheet would calculate has an apostrophe before it.
 */
export function csvTable(rows: readonly (readonly string[])[]): string {
  return `${csvFormatRows(rows.map((row) => row.map(csvCell)))}\n`;
}

function csvCell(text: string): string {
  return printable(text).replace(FORMULA, "$1$2'");
}
