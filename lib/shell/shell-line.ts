/** Letters that no POSIX shell gives a meaning to, wherever they stand in a word. */
const PLAIN = /^[A-Za-z0-9_./:@%+=,-]+$/;

/** What a terminal may act on instead of showing it: controls, direction marks, joiners, surrogates. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * One word for a POSIX shell line that a person copies, whatever it holds. Words with control or
 * invisible characters are written as `$'…'` (bash, zsh, ksh), so that pasting types none of them.
 */
export function shellQuote(word: string): string {
  if (PLAIN.test(word)) return word;
  if (!UNSEEN.test(word)) return `'${word.replaceAll("'", `'\\''`)}'`;
  const escaped = Array.from(word, (letter) => {
    if (letter === "'" || letter === '\\') return `\\${letter}`;
    return UNSEEN.test(letter) ? escape(letter) : letter;
  });
  return `$'${escaped.join('')}'`;
}

/** A command line of these words, each quoted where it must be. */
export function shellLine(words: readonly string[]): string {
  return words.map(shellQuote).join(' ');
}

/** Those that a person reads more easily than a number. */
const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '\r': '\\r' };

function escape(letter: string): string {
  const named = NAMED[letter];
  if (named !== undefined) return named;
  return `\\U${(letter.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`;
}
