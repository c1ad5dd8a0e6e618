import { printable } from './printable';

/** Any text as Markdown has it: nothing of it is a sign of Markdown's, nor of HTML's, nor becomes a link, and it is one line. */
export function markdownText(words: string): string {
  return printable(words)
    .replace(/[\\`*_{}[\]()#+!|<>&~@]/g, (sign) => `\\${sign}`)
    .replace(/(?<=\b(?:https?|ftp)):(?=\/\/)|(?<=\bwww)\./gi, (sign) => `\\${sign}`);
}

/** The lines of a table. @param rows cells as Markdown, see {@link markdownText} */
export function markdownTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): string[] {
  return [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
}
