import { containerKey } from '../model/ids';
import { bind } from './binding';
import type { Lesson } from './lesson';
import type { Run, Sight } from './run';
import { begin, withSuffix } from './runner';

/**
 * A lesson begins anew, with what is there now: what was answered and seen in it is forgotten. Containers that it made
 * before are its own still, under the names that they have, and those of others theirs.
 */
export function again(run: Run, lesson: Lesson, sight: Sight): Run {
  const anew = withSuffix(begin(lesson, sight), lesson, run.suffix, sight);
  const own = new Set<string>(Object.values(run.bound).map(containerKey));
  const foreign = Object.entries(anew.foreign).filter(([key]) => !own.has(key));
  return bind({ ...anew, foreign: Object.fromEntries(foreign) }, lesson, sight.snapshot);
}
