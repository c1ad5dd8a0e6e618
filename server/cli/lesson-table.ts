import type { Entry } from '@lib/lessons/listed';
import { plainText, textIn } from '@lib/lessons/text';
import { formatTable } from '@lib/table/table';
import type { LessonConfig } from '../config/lesson';

/** Lessons as a table for a terminal, a line for each, in the language that is asked for; of one that cannot be read it says so. */
export function lessonTable(
  lessons: readonly Entry[],
  { language, messages }: Pick<LessonConfig, 'language' | 'messages'>,
): string {
  const { columns: titles, unreadable } = messages.cli.lessonFile;
  const { id, title, steps, about } = titles;
  const columns = [
    { title: id, align: 'left' as const },
    { title: steps, align: 'right' as const },
    { title, align: 'left' as const },
    { title: about, align: 'left' as const },
  ];
  const rows = lessons.map(({ id: name, read }) =>
    'mistakes' in read
      ? [name, '', unreadable, '']
      : [
          name,
          String(read.lesson.steps.length),
          plainText(textIn(read.lesson.title, language)),
          plainText(textIn(read.lesson.about, language)),
        ],
  );
  return formatTable(columns, rows, { width: null, paint: (text) => text });
}
