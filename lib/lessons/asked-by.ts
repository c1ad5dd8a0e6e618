import type { Snapshot } from '../model/snapshot';
import { bind } from './binding';
import type { Lesson } from './lesson';
import type { Wanted } from './run';
import { adopt, begin, taken } from './runner';
import { wanted } from './told';

/** All that the steps of a lesson may ask of a machine now, whoever has the names of its containers there. */
export function askedBy(lesson: Lesson, snapshot: Snapshot): Wanted[] {
  const begun = begin(lesson, { snapshot, answers: new Map(), at: 0 });
  const adopted = taken(begun, lesson).reduce((run, name) => adopt(run, name), begun);
  const run = bind(adopted, lesson, snapshot);
  const all = lesson.steps.flatMap(({ id }) => wanted(run, lesson, id, snapshot));
  return [...new Map(all.map((each) => [each.key, each])).values()];
}
