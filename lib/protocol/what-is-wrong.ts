import { en } from 'zod/locales';
import type * as z from 'zod/mini';

/** For `safeParse`: what is wrong is told in English, not in codes. */
export const IN_ENGLISH = { error: en().localeError };

/** The first thing that is wrong, with where it is. */
export function whatIsWrong({ issues: [issue] }: z.core.$ZodError): string {
  if (issue === undefined) return 'not as expected';
  const path = issue.path.join('.');
  return path === '' ? issue.message : `${path}: ${issue.message}`;
}
