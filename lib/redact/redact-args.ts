import { redactNamed } from './named-values';
import { Programs } from './programs';
import { HIDDEN, isSecretName, isSecretValue } from './secret-name';
import { redactShapes } from './shapes';
import { quoteAround, shellPieces, type Piece } from './shell-words';

/** `--name=`, `-name=`, `NAME=`, `a.b.name=`, also one in another: `--env=NAME=`. */
const ASSIGNED = /(-{0,2}[A-Za-z_][\w.-]*)=/y;
/** `--name` or `-name`, its value in the next argument. */
const LONG_OPTION = /^-{1,2}[A-Za-z][\w.-]+$/;
/** The option after which a shell finds the line that it runs. */
const SHELL_LINE = /^-[a-z]*c$/;
/** `Authorization:`, its value in the next word. */
const NAME_OF_NEXT = /(?:^|[=({[,"'])([\w.-]+)["']?:$/;
const SCHEME = /^(?:Bearer|Basic|Token|Digest|Negotiate|ApiKey)$/i;
/** Options whose value is a list: `auth.password=x,replicas=2`. */
const TAKES_LIST = /^(?:--set(?:-string|-json|-literal)?|-o|--opts?|--options|--mount)$/;
/** What follows in a list, or in a connection string. */
const NEXT_OF_LIST = /,(?=[\w.[\]-]+=)/;
const NEXT_OF_CONNECTION = /\s(?=[A-Za-z]\w*\s*=)/;

/** Commands that read a secret: what the same line prints is one. */
const READS_SECRET = /^(?:chpasswd|--password-stdin|--stdin|--passphrase-fd)$/;
const SUDO_READS = /(?<!\w)sudo[ \t]{1,9}(?:-\w{1,9}[ \t]{1,9}){0,4}-\w{0,9}S/;
const PRINTS = /^(?:echo|printf)$/;

/** An argument, or a word of a line. */
interface Place {
  /** The argument before, and the one before that; empty at the beginning. */
  before: string;
  earlier: string;
  isFirst: boolean;
  cut: boolean;
}

/**
 * Hides the values of arguments that look like secrets, and only the values: which options a
 * program was started with stays visible. The number of arguments never changes.
 *
 * @param args a command line; the first is the program
 * @param cut it was longer: the last argument may be the beginning of one
 */
export function redactArgs(args: readonly string[], cut = false): string[] {
  return settled(args, (last) => redactWords(last, cut, redactArg));
}

/** The same for a text that is no command line of its own: a label, a message. */
export function redactText(text: string): string {
  const alone: Place = { before: '', earlier: '', isFirst: true, cut: false };
  return settled([text], ([last = '']) => [redactArg(last, alone)])[0] ?? '';
}

/** The same for a line that a shell runs, or that reads like one: each of its commands for itself. */
export function redactShellLine(line: string): string {
  return (
    settled([line], ([all = '']) => [redactLine(redactNamed(redactShapes(all)), false)])[0] ?? ''
  );
}

/**
 * Until nothing more is found: what is hidden no longer holds the quotes and blanks by which what
 * stands beside it was read.
 */
function settled(args: readonly string[], redact: (args: readonly string[]) => string[]): string[] {
  const redacted = redact(args);
  const isSame = redacted.every((arg, i) => arg === args[i]);
  return isSame ? redacted : settled(redacted, redact);
}

function redactWords(
  words: readonly string[],
  cut: boolean,
  redact: (word: string, place: Place) => string,
): string[] {
  const programs = new Programs();
  return words.map((word, i) => {
    const place: Place = {
      before: words[i - 1] ?? '',
      earlier: words[i - 2] ?? '',
      isFirst: i === 0,
      cut: cut && i === words.length - 1,
    };
    const redacted = followsSecretName(word, place)
      ? hide(word)
      : programs.redact(word, place.before, i === words.length - 1);
    programs.pass(word, place.isFirst);
    return redacted ?? redact(word, place);
  });
}

/** Does the argument before say that this one is a secret? */
function followsSecretName(word: string, { before, earlier, isFirst }: Place): boolean {
  if (isFirst || word === '') return false;
  if (LONG_OPTION.test(before)) return !word.startsWith('--') && isSecretValue(before, word);
  if (/^set$/i.test(earlier)) return isSecretValue(before, word);
  const name = NAME_OF_NEXT.exec(SCHEME.test(before) ? earlier : before)?.[1];
  if (name !== undefined) return isSecretName(name) && !SCHEME.test(word);
  return /^'/.test(word) && /^[a-z]+$/i.test(before) && isSecretName(before);
}

function redactArg(arg: string, place: Place): string {
  if (SHELL_LINE.test(place.before)) return redactLine(arg, place.cut);
  const redacted = redactWhole(arg, place);
  return /\s/.test(redacted) ? redactLine(redacted, place.cut) : redacted;
}

/** What in an argument tells by itself that it is secret. */
function redactWhole(arg: string, { before, cut }: Place): string {
  return redactAssigned(arg, before) ?? redactNamed(redactShapes(arg, cut));
}

/** An argument that is one assignment of a secret: all of its value is. Null where it is none. */
function redactAssigned(arg: string, before: string): string | null {
  const first = assignmentAt(arg, 0);
  let assigned = first;
  while (assigned !== null && !isSecretName(assigned.name))
    assigned = assignmentAt(arg, assigned.end);
  if (assigned === null || !isSecretValue(assigned.name, arg.slice(assigned.end))) return null;
  const isList = TAKES_LIST.test(before) || (first !== null && TAKES_LIST.test(first.name));
  const isOption = first !== assigned || assigned.name.startsWith('-');
  const next = isList ? NEXT_OF_LIST : isOption ? null : NEXT_OF_CONNECTION;
  const end = next === null ? -1 : arg.slice(assigned.end).search(next);
  const rest = end < 0 ? '' : redactNamed(redactShapes(arg.slice(assigned.end + end)));
  return arg.slice(0, assigned.end) + HIDDEN + rest;
}

function assignmentAt(arg: string, at: number): { name: string; end: number } | null {
  ASSIGNED.lastIndex = at;
  const found = ASSIGNED.exec(arg)?.[1];
  return found === undefined ? null : { name: found, end: ASSIGNED.lastIndex };
}

/** Word by word, each command of the line for itself; what is between them stays as it was. */
function redactLine(line: string, cut: boolean): string {
  const pieces = shellPieces(line);
  const printsSecret = SUDO_READS.test(line) || pieces.some(({ text }) => READS_SECRET.test(text));
  let shown = '';
  for (let at = 0, end = 0; at < pieces.length; at = end + 1) {
    end = at;
    while (end < pieces.length && pieces[end]?.kind !== 'end') end += 1;
    const command = pieces.slice(at, end);
    shown += redactCommand(command, cut && end === pieces.length, printsSecret);
    shown += pieces[end]?.text ?? '';
  }
  return shown;
}

function redactCommand(pieces: readonly Piece[], cut: boolean, printsSecret: boolean): string {
  const words = pieces.filter(({ kind }) => kind === 'word').map(({ text }) => text);
  const prints = printsSecret && PRINTS.test(words[0] ?? '');
  const redacted = redactWords(words, cut, prints ? redactPrinted : redactWord);
  let next = 0;
  return pieces.map(({ text, kind }) => (kind === 'word' ? redacted[next++] : text)).join('');
}

function redactPrinted(word: string, place: Place): string {
  return place.isFirst || /^-\w+$/.test(word) ? word : hide(word);
}

/** A word of a line, its quotes around it. */
function redactWord(word: string, place: Place): string {
  const quote = quoteAround(word);
  if (quote === '') return redactWhole(word, place);
  return quote + redactArg(word.slice(1, -1), place) + quote;
}

function hide(word: string): string {
  const quote = quoteAround(word);
  return quote + HIDDEN + quote;
}
