import type { ServerResponse } from 'node:http';
import { LESSONS } from '@lib/api/lesson-paths';
import { decoded } from '@lib/api/paths';
import { listedOf } from '@lib/lessons/listed';
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
    sendJson(response, 200, (await lessons.all()).map(listedOf));
    return true;
  }
  if (!path.startsWith(`${LESSONS}/`)) return false;
  const id = decoded(path.slice(LESSONS.length + 1));
  const entry = await lessons.byId(id);
  if (entry === null) {
    const ids = (await lessons.all()).map((each) => each.id).join(', ');
    const message = `there is no lesson "${printable(id)}": there are ${ids}`;
    sendOutcome(response, { error: { code: 'gone', message } });
  } else if ('mistakes' in entry.read) {
    const message = `the lesson "${entry.id}" cannot be read: ${entry.read.mistakes.join('; ')}`;
    sendOutcome(response, { error: { code: 'failed', message } });
  } else {
    sendJson(response, 200, entry.read.lesson);
  }
  return true;
}
