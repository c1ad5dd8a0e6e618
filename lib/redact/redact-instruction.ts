import { redactArgs, redactShellLine, redactText } from './redact-args';
import { HIDDEN, isSecretValue } from './secret-name';

/** How many build arguments stand before the command: `|2 `. */
const ARGUMENTS = /^\|(\d{1,4}) +/;
/** Where one begins. */
const ARGUMENT = /(?<=^|\s)[A-Za-z_]\w*=/g;
/** The shell that runs what follows: `/bin/bash -o pipefail -c `. */
const SHELL = /(?<=^|\s)[\w./-]{0,99}sh(?: -\w{1,9}(?: pipefail)?){0,4} -\w{0,9}c\s+/;
/** What sets variables or labels; of the classic builder behind `/bin/sh -c #(nop) `. */
const SETTER = /^(?:\S.{0,99} #\(nop\) +)?(?:ENV|ARG|LABEL) +/;
/** Before another `NAME=`: values are told without quotes, so that blanks alone part nothing. */
const NEXT_SETTING = /(?<=\s)(?=[\w.-]+=)/;
/** `NAME value`, the older form. */
const OLDER_FORM = /^([\w.-]+\s+)([^=\s].*)$/s;

/** One word in quotes, and several as a list: with commas as they were written, or parted by blanks as Go prints them. */
const WORD = /"(?:[^"\\]|\\.)*"/gs;
const WORDS = /\["(?:[^"\\]|\\.)*"(?:[ ,]+"(?:[^"\\]|\\.)*")*\]/gs;

/**
 * An entry of an image's history without what is secret in it. What stands before a command is not read as if it
 * were its program.
 */
export function redactInstruction(createdBy: string): string {
  return redactLine(createdBy.replace(WORDS, redactWords));
}

function redactLine(createdBy: string): string {
  const [setter] = SETTER.exec(createdBy) ?? [];
  if (setter !== undefined) return setter + redactSettings(createdBy.slice(setter.length));
  const [run = ''] = /^RUN +/.exec(createdBy) ?? [];
  const told = createdBy.slice(run.length);
  const [head, count] = ARGUMENTS.exec(told) ?? [];
  if (head === undefined) return run + redactRun(told);
  const after = told.slice(head.length);
  const shell = SHELL.exec(after);
  const values = after.slice(0, shell?.index);
  const command = shell === null ? '' : ` ${redactRun(after.slice(shell.index))}`;
  return run + head + namesOf(values, Number(count)) + command;
}

/** A command line as a list of words: each is another argument, whatever blanks are in it. */
function redactWords(list: string): string {
  const words = (list.match(WORD) ?? []).map((word) => ({ word, text: unquoted(word) }));
  const shown = redactCommand(words.map(({ text }) => text));
  const parts = words.map(({ word, text }, nth) =>
    shown[nth] === text ? word : JSON.stringify(shown[nth]),
  );
  return list.replace(WORD, () => parts.shift() ?? '');
}

function redactCommand([first = '', ...rest]: readonly string[]): string[] {
  // Of a check of health it says how the rest is run.
  if (first === 'CMD-SHELL') return [first, ...rest.map(redactShellLine)];
  if (first === 'CMD') return [first, ...redactArgs(rest)];
  // Arguments of a program that another instruction names.
  if (first.startsWith('-')) return redactArgs(['', first, ...rest]).slice(1);
  return redactArgs([first, ...rest]);
}

function unquoted(word: string): string {
  try {
    return String(JSON.parse(word));
  } catch {
    return word.slice(1, -1); // Go escapes some letters in a way that JSON has not.
  }
}

/** What is run, perhaps by a shell that is named before it. */
function redactRun(told: string): string {
  const shell = SHELL.exec(told);
  const before = shell?.index === 0 ? shell[0] : '';
  return before + redactShellLine(told.slice(before.length));
}

/** Build arguments by their names alone: nothing shows where the value of one ends. */
function namesOf(values: string, count: number): string {
  const names = values.match(ARGUMENT) ?? [];
  // In one of the values there is what looks like another.
  if (names.length !== count) return HIDDEN;
  return names.map((name) => name + HIDDEN).join(' ');
}

function redactSettings(values: string): string {
  const [, name, value] = OLDER_FORM.exec(values) ?? [];
  if (name !== undefined && value !== undefined) {
    return name + (isSecretValue(name.trim(), value) ? HIDDEN : redactText(value));
  }
  return values.split(NEXT_SETTING).map(redactText).join('');
}
