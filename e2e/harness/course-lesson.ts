import { readFileSync } from 'node:fs';
import type { Lesson } from '../../lib/lessons/lesson';
import { parseLesson } from '../../lib/lessons/parse';

/** A lesson that comes with nsview. @throws where its file has a mistake */
export function courseLesson(id: string): Lesson {
  const file = new URL(`../../lib/lessons/course/${id}.yaml`, import.meta.url);
  const read = parseLesson(readFileSync(file, 'utf8'));
  if ('lesson' in read) return read.lesson;
  throw new Error(`${id}: ${JSON.stringify(read.problems)}`);
}
