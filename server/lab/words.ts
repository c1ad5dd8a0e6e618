import { parse, type WordPart } from 'unbash';
import type { LabReason } from '@lib/lab/word';

/** A word of a line, as a shell would hand it to a program. */
export interface Word {
  value: string;
  /** Where it is in the line. */
  at: readonly [from: number, to: number];
}

/**
 * What a shell would put in the place of something: the one value that a command of docker takes from another
 * program, which device the root of this machine is on. A word has it as it is written here.
 */
export const ROOT_DEVICE = `$(lsblk -no pkname,kname "$(findmnt -nvo SOURCE /)" | awk '{print $1; exit}')`;

/**
 * The words of a line that is one simple command. Whatever else a shell understands is refused, and named: more
 * than one command, pipes, redirections, variables, patterns, and what is put in the place of something. No line
 * is ever given to a shell.
 */
export function wordsOf(line: string): { words: Word[] } | { because: LabReason } {
  const needsShell = (part: string) => ({ because: { code: 'needs-shell', part } as const });
  // A line is what a person reads as one; what cannot be seen is not in it.
  const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.exec(line);
  if (hidden !== null) return needsShell(`\\u${hidden[0].charCodeAt(0).toString(16)}`);
  const { commands, errors } = parse(line);
  const [statement, another] = commands;
  if (statement === undefined || errors !== undefined) return needsShell(line);
  if (another !== undefined) return needsShell(line.slice(another.pos));
  const { command } = statement;
  if (command.type !== 'Command') return needsShell(line);
  const { name, prefix, suffix } = command;
  if (name === undefined || statement.background === true) return needsShell('&');
  const words: Word[] = [];
  for (const part of [...prefix, name, ...suffix]) {
    if (part.type !== 'Word') return needsShell(line.slice(part.pos, part.end));
    const odd = (part.parts ?? []).find((each) => !isPlain(each));
    if (odd !== undefined) return needsShell(odd.text);
    if (/^~/.test(part.text)) return needsShell(part.text);
    words.push({ value: part.value, at: [part.pos, part.end] });
  }
  // A comment is no word, and would be dropped without a sign.
  const rest = line.slice(words.at(-1)?.at[1]).trim();
  return rest === '' ? { words } : needsShell(rest);
}

function isPlain(part: WordPart): boolean {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
      return true;
    case 'DoubleQuoted':
      return part.parts.every(
        ({ type, text }) =>
          type === 'Literal' || (type === 'CommandExpansion' && text === ROOT_DEVICE),
      );
    default:
      return false;
  }
}
