import { createReadStream } from 'node:fs';
import type { CommandMessages } from '@lib/i18n/command-messages';
import { MOST_BYTES } from '@lib/lessons/file/source';
import type { Lesson } from '@lib/lessons/lesson';
import { parseLesson } from '@lib/lessons/parse';
import { problemLine } from '@lib/lessons/problem-line';
import { printable } from '@lib/table/printable';
import { UsageError } from '../usage-error';

/**
 * The lesson in a file, or a line for each mistake in it.
 * @throws UsageError where the file cannot be read
 */
export async function readLesson(
  path: string,
  messages: CommandMessages,
): Promise<{ lesson: Lesson } | { mistakes: string[] }> {
  const read = parseLesson(await textOf(path, messages));
  if ('lesson' in read) return read;
  return { mistakes: read.problems.map((problem) => problemLine(path, problem, messages)) };
}

/** A byte more than a lesson may have, at most: it is enough to see that there are too many. */
async function textOf(path: string, { cli }: CommandMessages): Promise<string> {
  try {
    const parts: Buffer[] = [];
    for await (const part of createReadStream(path, { end: MOST_BYTES })) {
      if (part instanceof Buffer) parts.push(part);
    }
    return Buffer.concat(parts).toString('utf8');
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new UsageError(cli.cannotOpen(printable(path), printable(error.message)));
  }
}
