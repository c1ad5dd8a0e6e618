import type { ServerResponse } from 'node:http';
import { handoutAsked } from '@lib/api/lesson-paths';
import { decoded } from '@lib/api/paths';
import type { CommandMessages } from '@lib/i18n/command-messages';
import { LANGUAGES, type Language } from '@lib/model/language';
import { printable } from '@lib/table/printable';
import type { Lessons } from '../lessons/lessons';
import { refuse } from './api';

/** Its style, fonts and pictures are in it, and it runs nothing. */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Answers with a lesson for paper; false when the path asks for something else.
 *
 * @param preferred what who asks reads, where the query names no language
 */
export async function answerHandout(
  path: string,
  query: URLSearchParams,
  lessons: Lessons,
  preferred: Language,
  { cli: { handout: says } }: CommandMessages,
  response: ServerResponse,
): Promise<boolean> {
  const asked = handoutAsked(path);
  if (asked === null) return false;
  const id = decoded(asked);
  const given = query.get('lang') ?? preferred;
  const language = LANGUAGES.find((each) => each === given);
  const entry = await lessons.byId(id);
  if (language === undefined) {
    refuse(response, 400, says.wrongLanguage(printable(given), LANGUAGES.join(', ')));
  } else if (entry === null) {
    const ids = (await lessons.all()).map((each) => each.id).join(', ');
    refuse(response, 404, says.noLesson(printable(id), ids));
  } else if ('mistakes' in entry.read) {
    refuse(response, 500, says.unreadable(id, entry.read.mistakes.join(' ')));
  } else {
    // Few ask for one, and drawing takes a moment to load.
    const { handoutOf } = await import('../handout/handout-of');
    const document = await handoutOf(entry.read.lesson, entry.number === null, language);
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': POLICY,
    });
    response.end(document);
  }
  return true;
}
