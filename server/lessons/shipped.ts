import { join } from 'node:path';
import type { CommandMessages } from '@lib/i18n/command-messages';
import type { Entry } from '@lib/lessons/listed';
import { SHIPPED_LESSONS } from '@lib/lessons/shipped';
import { ROOT } from '../root';
import { UsageError } from '../usage-error';
import { readLesson } from './read-lesson';

/** Where those lie that come with nsview: `<id>.yaml`. */
export const COURSE = join(ROOT, 'lib/lessons/course');

/** The lessons that come with nsview, in the order of the course, each as far as it can be read. */
export function shippedLessons(messages: CommandMessages, folder = COURSE): Promise<Entry[]> {
  return Promise.all(
    SHIPPED_LESSONS.map(async (id, index) => ({
      id,
      number: index + 1,
      read: await readOrWhyNot(join(folder, `${id}.yaml`), messages),
    })),
  );
}

/** One that cannot be had does not take the others with it. */
async function readOrWhyNot(file: string, messages: CommandMessages): Promise<Entry['read']> {
  try {
    return await readLesson(file, messages);
  } catch (error) {
    if (error instanceof UsageError) return { mistakes: [error.message] };
    throw error;
  }
}
