import { closestMatch } from 'leven';
import type { LessonMistake } from '../../i18n/lesson-mistake';
import type { Path } from './source';

/** A mistake, and where in the file it is. */
export interface Found {
  path: Path;
  mistake: LessonMistake;
}

/** The same, of something that stands further in. */
export function within(path: Path, found: readonly Found[]): Found[] {
  return found.map((each) => ({ ...each, path: [...path, ...each.path] }));
}

/** Characters of a value that a sentence shows. */
const SHOWN = 60;

/** A value as it is shown in a sentence. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text;
}

/** What somebody may have meant who wrote something that is not there; null: nothing is near. */
export function meant(given: string, candidates: readonly string[]): string | null {
  const { length } = given;
  // Of two letters one is half of all.
  const maxDistance = length < 3 ? 0 : length < 5 ? 1 : length < 8 ? 2 : 3;
  return closestMatch(given, candidates, { maxDistance }) ?? null;
}
