import { HIDDEN, isSecretName, isSecretValue, mayNameSecret } from './secret-name';

/** A name may hold dots and dashes: `spring.datasource.password`, `X-Api-Key`. */
const NAME = /(?<!\w)\w[\w.-]*/g;

/** What stands between a name and its value: in JSON, YAML, headers, assignments. */
const SEPARATOR = /(?:\\*["'])?[ \t]*(=>|:=|[:=])\s*/y;
/** `"name":"TOKEN","value":"x"`, and the same in YAML. */
const PAIR = /(?:\\*["']\s*,\s*\\*["']|["']?[ \t\r]*\n\s*)value(?:\\*["'])?\s*:\s*/iy;
/** `["--token","x"]`. */
const LISTED = /\\*["']\s*,\s*(?=\\*["'])/y;
/** SQL: `PASSWORD 'x'`. */
const BEFORE_QUOTED = /\s+(?=\\*')/y;

/** One more assignment begins: what is after a comma, a semicolon, an ampersand… */
const NEXT_ASSIGNED = /[,;&](?=\s*\\*["']?[\w.-]+\\*["']?\s*[=:])/;
const ENDS_ASSIGNED = new RegExp(`\\s|;$|${NEXT_ASSIGNED.source}`, 'g');
const ENDS_IN_QUERY = /[\s&#]/g;
/** A header, or a line of YAML, goes on to its end. */
const ENDS_LINE = /[\n}]|,(?=\s*\\*["']?[\w.-]+\\*["']?\s*:)/g;

const QUOTE = /\\*["'`]/y;
const CLOSING: Record<string, string> = { '{': '}', '[': ']' };

/** From where to where a value stands in a text. */
interface Span {
  from: number;
  to: number;
}

/**
 * Hides what stands under the name of a secret in a text: `password=x`, `"token": "x"`,
 * `Authorization: x`, `?key=x&`. Each character is gone through a fixed number of times.
 */
export function redactNamed(text: string): string {
  if (!mayNameSecret(text)) return text;
  const names = new RegExp(NAME);
  const quotes = new Quotes(text);
  let shown = '';
  let done = 0;
  for (let name = names.exec(text); name !== null; name = names.exec(text)) {
    const value = isSecretName(name[0]) ? valueOf(text, name.index, names.lastIndex, quotes) : null;
    if (value === null) continue;
    names.lastIndex = Math.max(names.lastIndex, value.to);
    if (!isSecretValue(name[0], text.slice(value.from, value.to))) continue;
    shown += text.slice(done, value.from) + HIDDEN;
    done = value.to;
  }
  return shown + text.slice(done);
}

function valueOf(text: string, start: number, end: number, quotes: Quotes): Span | null {
  const before = text[start - 1] ?? '';
  const from =
    matchEnd(PAIR, text, end) ??
    (before === '-' ? matchEnd(LISTED, text, end) : null) ??
    matchEnd(BEFORE_QUOTED, text, end);
  if (from !== null) return spanAt(text, from, ENDS_LINE, null);
  SEPARATOR.lastIndex = end;
  const separator = SEPARATOR.exec(text);
  if (separator === null) return null;
  const at = SEPARATOR.lastIndex;
  const quoted = matchEnd(QUOTE, text, at) !== null;
  // The quote after a name in quotes begins the value, and does not end what is around both.
  const open = /^\\*["']/.test(separator[0]) && quoted ? null : quotes.openAt(at);
  if (separator[1] !== ':') {
    const ends = /[?&]/.test(before) ? ENDS_IN_QUERY : ENDS_ASSIGNED;
    return spanAt(text, at, ends, open);
  }
  // The value of `secret:` on the next line is a mapping of its own.
  if (!quoted && separator[0].includes('\n')) return null;
  if (separator[0].endsWith(':') && !quoted && isOfAPath(text, start, at)) return null;
  return spanAt(text, at, ENDS_LINE, open);
}

/** `registry/secret:latest`, `db-secret:/data`, `arn:aws:secret:x`: names of things, and paths. */
function isOfAPath(text: string, start: number, at: number): boolean {
  return /[/:@.]/.test(text.slice(Math.max(0, start - 1), start)) ? start > 1 : text[at] === '/';
}

function spanAt(text: string, at: number, ends: RegExp, open: string | null): Span | null {
  const quoteEnd = matchEnd(QUOTE, text, at);
  if (quoteEnd !== null && text[quoteEnd - 1] !== open) {
    const to = endOfQuoted(text, at, quoteEnd);
    const closed = matchEnd(QUOTE, text, to) ?? to;
    const after = bareEnd(text, closed, ends, open);
    return after === closed || /[\])}\\"'`;,]/.test(text[closed] ?? '')
      ? { from: quoteEnd, to }
      : { from: at, to: after };
  }
  const closing = CLOSING[text[at] ?? ''];
  const inside = closing === undefined ? at : endOfGroup(text, at, closing);
  const to = bareEnd(text, inside, ends, open);
  return to > at ? { from: at, to } : null;
}

/** Where a quoted value ends: at the same quote, not more escaped than the first; or never. */
function endOfQuoted(text: string, at: number, from: number): number {
  const escapes = from - 1 - at;
  const quote = text[from - 1] ?? '"';
  for (let end = text.indexOf(quote, from); end >= 0; end = text.indexOf(quote, end + 1)) {
    let first = end;
    while (first > from && text[first - 1] === '\\') first -= 1;
    if (end - first <= escapes) return first;
  }
  return text.length;
}

/** After the bracket that closes the one at `at`; the end of the text where none does. */
function endOfGroup(text: string, at: number, closing: string): number {
  const opening = text[at];
  let depth = 0;
  for (let i = at; i < text.length; i += 1) {
    if (text[i] === opening) depth += 1;
    if (text[i] === closing) depth -= 1;
    if (depth === 0) return i + 1;
  }
  return text.length;
}

function bareEnd(text: string, from: number, ends: RegExp, open: string | null): number {
  const end = new RegExp(ends);
  end.lastIndex = from;
  const to = end.exec(text)?.index ?? text.length;
  if (open === null) return to;
  let quote = text.slice(from, to).indexOf(open);
  if (quote < 0) return to;
  while (quote > 0 && text[from + quote - 1] === '\\') quote -= 1;
  return from + quote;
}

function matchEnd(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** Which quote is open at a place of a text; asked for places from left to right. */
class Quotes {
  private at = 0;
  private open: string | null = null;

  constructor(private readonly text: string) {}

  openAt(place: number): string | null {
    for (; this.at < place; this.at += 1) {
      const character = this.text[this.at] ?? '';
      if (character === this.open) this.open = null;
      else if (this.open === null && /["'`]/.test(character)) this.open = character;
    }
    return this.open;
  }
}
