import { printable } from '../table/printable';

/** HTML that is whole: whatever was text is escaped in it. */
export class Html {
  constructor(readonly source: string) {}
}

type Value = string | number | Html | readonly Html[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A piece of a document: what is put into it is text, whatever is in it, unless it is HTML itself. */
export function markup(pieces: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(
    pieces.reduce((before, piece, index) => before + written(values[index - 1] ?? '') + piece),
  );
}

/** Nothing, where there may be something. */
export const NOTHING = new Html('');

function written(value: Value): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    return printable(value).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
  }
  return value instanceof Html ? value.source : value.map(({ source }) => source).join('\n');
}
