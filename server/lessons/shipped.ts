import { join } from 'node:path';
import { commandMessagesFor } from '@lib/i18n/command-messages';
import type { Lesson } from '@lib/lessons/lesson';
import { SHIPPED_LESSONS } from '@lib/lessons/shipped';
import { ROOT } from '../root';
import { readLesson } from './read-lesson';

const COURSE = join(ROOT, 'lib/lessons/course');

/** The lessons that come with nsview, in the order of the course. @throws where one is not as it should be */
export function shippedLessons(): Promise<Lesson[]> {
  return Promise.all(
    SHIPPED_LESSONS.map(async (id) => {
      const read = await readLesson(join(COURSE, `${id}.yaml`), commandMessagesFor('en'));
      if ('lesson' in read) return read.lesson;
      throw new Error(read.mistakes.join('\n'));
    }),
  );
}
