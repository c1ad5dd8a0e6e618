import type { ServerResponse } from 'node:http';
import { LESSONS } from '@lib/api/lesson-paths';
import { decoded } from '@lib/api/paths';
import { outlineOf } from '@lib/lessons/outline';
import { printable } from '@lib/table/printable';
import type { Lessons } from '../lessons/lessons';
import { sendJson, sendOutcome } from './api';

/** Answers what is asked of lessons: their list, or one of them; false when the path is none of theirs. */
export async function answerLessons(
  path: string,
  lessons: Lessons,
  response: ServerResponse,
): Promise<boolean> {
  if (path === LESSONS) {
    sendJson(response, 200, (await lessons.all()).map(outlineOf));
    return true;
  }
  if (!path.startsWith(`${LESSONS}/`)) return false;
  const id = decoded(path.slice(LESSONS.length + 1));
  const lesson = await lessons.byId(id);
  if (lesson === null) {
    const ids = (await lessons.all()).map((each) => each.id).join(', ');
    const message = `there is no lesson "${printable(id)}": there are ${ids}`;
    sendOutcome(response, { error: { code: 'gone', message } });
  } else {
    sendJson(response, 200, lesson);
  }
  return true;
}
