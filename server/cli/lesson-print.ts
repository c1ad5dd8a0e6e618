import { writeFile } from 'node:fs/promises';
import type { Entry } from '@lib/lessons/listed';
import { printable } from '@lib/table/printable';
import type { LessonConfig } from '../config/lesson';
import { handoutOf } from '../handout/handout-of';
import { readLesson } from '../lessons/read-lesson';
import { shippedLessons } from '../lessons/shipped';
import { UsageError } from '../usage-error';

type PrintConfig = Extract<LessonConfig, { action: 'print' }>;

/** A lesson for paper, into a file or to the standard output. Exit code 1: it has mistakes, each a line. @throws UsageError */
export async function printLesson(config: PrintConfig): Promise<void> {
  const { printed, output, messages } = config;
  const { number, read } = await lessonFor(config);
  if ('mistakes' in read) {
    process.exitCode = 1;
    process.stderr.write(read.mistakes.map((line) => `nsview: ${line}\n`).join(''));
    return;
  }
  const document = await handoutOf(read.lesson, number === null, printed);
  if (output === null) {
    process.stdout.write(document);
    return;
  }
  try {
    await writeFile(output, document);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new UsageError(messages.cli.cannotWrite(printable(output), printable(error.message)));
  }
}

/** One that comes with nsview, by its id; else what is in a file. */
async function lessonFor({ lesson, messages }: PrintConfig): Promise<Omit<Entry, 'id'>> {
  const shipped = (await shippedLessons(messages)).find(({ id }) => id === lesson);
  return shipped ?? { number: null, read: await readLesson(lesson, messages) };
}
