/** The list of lessons; each of them is below it, by its id. */
export const LESSONS = '/api/v1/lessons';

const HANDOUT = /^\/lessons\/([^/]*)\/handout$/;

/** Where a lesson is for paper, in a language. */
export function handoutPath(lesson: string, language: string): string {
  return `/lessons/${encodeURIComponent(lesson)}/handout?lang=${language}`;
}

/** The id of the lesson, as it stands in a path that asks for its handout; null: that asks for something else. */
export function handoutAsked(path: string): string | null {
  return HANDOUT.exec(path)?.[1] ?? null;
}
