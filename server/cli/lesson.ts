import { listedOf, type Entry } from '@lib/lessons/listed';
import { printable, printableJson } from '@lib/table/printable';
import type { LessonConfig } from '../config/lesson';
import { readLesson } from '../lessons/read-lesson';
import { shippedLessons } from '../lessons/shipped';
import { lessonTable } from './lesson-table';

/**
 * `nsview lesson list`: the lessons that come with nsview. `nsview lesson check FILE…`: what is wrong in lessons of
 * one's own, a line for each mistake. `nsview lesson print ID|FILE`: a lesson for paper. Exit code 1: there are mistakes; 2: a file of one's own cannot be read.
 */
export async function lesson(config: LessonConfig): Promise<void> {
  switch (config.action) {
    case 'list': {
      const lessons = await shippedLessons(config.messages);
      process.stdout.write(
        config.json ? `${printableJson(lessons.map(listedOf), 2)}\n` : lessonTable(lessons, config),
      );
      tellUnreadable(lessons);
      return;
    }
    case 'check':
      // One after the other: their lines stay together.
      for (const file of config.files) await check(file, config);
      return;
    case 'print':
      return (await import('./lesson-print')).printLesson(config);
  }
}

async function check(file: string, { messages }: LessonConfig): Promise<void> {
  const read = await readLesson(file, messages);
  if ('mistakes' in read) {
    process.exitCode = 1;
    process.stdout.write(read.mistakes.map((line) => `${line}\n`).join(''));
  } else {
    const { id, steps } = read.lesson;
    process.stdout.write(`${printable(messages.cli.lessonFile.whole(file, id, steps.length))}\n`);
  }
}

function tellUnreadable(lessons: readonly Entry[]): void {
  const mistakes = lessons.flatMap(({ read }) => ('mistakes' in read ? read.mistakes : []));
  if (mistakes.length > 0) process.exitCode = 1;
  process.stderr.write(mistakes.map((line) => `nsview: ${line}\n`).join(''));
}
