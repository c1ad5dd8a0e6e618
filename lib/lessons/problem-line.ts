import type { CommandMessages } from '../i18n/command-messages';
import { printable } from '../table/printable';
import type { Problem } from './parse';

/** A mistake in a lesson's file as one line, which does nothing to a terminal. */
export function problemLine(
  file: string,
  { line, step, field, mistake }: Problem,
  { cli: { lessonFile } }: CommandMessages,
): string {
  return printable(lessonFile.problem(file, line, step, field, lessonFile.mistake(mistake)));
}
