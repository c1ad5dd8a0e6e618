/** A piece of a line; all pieces together are the line. */
export interface Piece {
  text: string;
  /** `gap`: blanks and redirections; `end`: what ends a command, `;`, `&&`, `|`, `$(`… */
  kind: 'word' | 'gap' | 'end';
}

/**
 * A line in words as a shell would part it, quotes and all; for hiding only: nothing is expanded,
 * and a quote that nothing closes is a character like any other.
 */
export function shellPieces(line: string): Piece[] {
  const pieces: Piece[] = [];
  const unclosed = new Set<string>();
  let at = 0;
  while (at < line.length) {
    const kind = kindOf(line[at] ?? '');
    let end = at;
    while (end < line.length && kindOf(line[end] ?? '') === kind) {
      end = kind === 'word' ? endOfPart(line, at, end, unclosed) : end + 1;
    }
    pieces.push({ text: line.slice(at, end), kind });
    at = end;
  }
  return pieces;
}

function kindOf(character: string): Piece['kind'] {
  if (/[;&|()`\n]/.test(character)) return 'end';
  return /[\s<>]/.test(character) ? 'gap' : 'word';
}

/** After the quoted part, the escaped character, or the character at `at` in a word. */
function endOfPart(line: string, wordStart: number, at: number, unclosed: Set<string>): number {
  const character = line[at] ?? '';
  if (character === '\\') return Math.min(at + 2, line.length);
  if (character !== '"' && character !== "'") return at + 1;
  if (unclosed.has(character) || isApostrophe(line, wordStart, at)) return at + 1;
  const end = closingQuote(line, character, at + 1);
  if (end < 0) unclosed.add(character);
  return end < 0 ? at + 1 : end + 1;
}

/** As in `don't`; the quote of `-p'x'` is none, nor that of `NAME='x'`. */
function isApostrophe(line: string, wordStart: number, at: number): boolean {
  return (
    line[at] === "'" &&
    at > wordStart &&
    at - wordStart < 24 &&
    /^[A-Za-z]+$/.test(line.slice(wordStart, at)) &&
    /[A-Za-z]/.test(line[at + 1] ?? '')
  );
}

/** The quote that a whole word stands in; empty where there is none. */
export function quoteAround(word: string): string {
  const quote = word[0] ?? '';
  if (word.length < 2 || (quote !== '"' && quote !== "'")) return '';
  return closingQuote(word, quote, 1) === word.length - 1 ? quote : '';
}

function closingQuote(line: string, quote: string, from: number): number {
  for (let end = line.indexOf(quote, from); end >= 0; end = line.indexOf(quote, end + 1)) {
    if (quote === "'") return end;
    let escapes = 0;
    while (line[end - 1 - escapes] === '\\') escapes += 1;
    if (escapes % 2 === 0) return end;
  }
  return -1;
}
