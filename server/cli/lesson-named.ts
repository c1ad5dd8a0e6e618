import { join } from 'node:path';
import type { CommandMessages } from '@lib/i18n/command-messages';
import type { Lesson } from '@lib/lessons/lesson';
import { SHIPPED_LESSONS } from '@lib/lessons/shipped';
import type { RecordConfig } from '../config/record';
import { readLesson } from '../lessons/read-lesson';
import { COURSE } from '../lessons/shipped';
import { UsageError } from '../usage-error';

/** The lesson in a file. @throws UsageError with a line for each mistake in it */
export async function lessonIn(path: string, messages: CommandMessages): Promise<Lesson> {
  const read = await readLesson(path, messages);
  if ('lesson' in read) return read.lesson;
  throw new UsageError([messages.cli.wrongLesson, ...read.mistakes].join('\n'));
}

/** The lesson whose questions are to be recorded, if one is. @throws UsageError as `lessonIn` does */
export async function lessonNamed({ lesson, messages }: RecordConfig): Promise<Lesson | null> {
  if (lesson === null) return null;
  const isShipped = SHIPPED_LESSONS.some((id) => id === lesson);
  return lessonIn(isShipped ? join(COURSE, `${lesson}.yaml`) : lesson, messages);
}
