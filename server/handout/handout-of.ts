import { handout } from '@lib/handout/handout';
import type { Lesson } from '@lib/lessons/lesson';
import { SHIPPED_LESSONS } from '@lib/lessons/shipped';
import type { Language } from '@lib/model/language';
import { fontsFor } from './fonts';
import { recordedPictures } from './pictures';

/**
 * A lesson as a document to be printed.
 *
 * @param isOwn it is a teacher's: pictures of the lesson of the course that goes by its id are not of this one
 */
export async function handoutOf(
  lesson: Lesson,
  isOwn: boolean,
  language: Language,
): Promise<string> {
  const [pictures, fonts] = await Promise.all([
    isOwn ? () => null : recordedPictures(lesson),
    fontsFor(language),
  ]);
  const nth = SHIPPED_LESSONS.findIndex((id) => id === lesson.id) + 1;
  return handout({ lesson, number: isOwn ? null : nth, language, pictures, fonts });
}
