import type { LessonMistake } from '../../i18n/lesson-mistake';
import { containersIn, leavesIn } from '../forms';
import type { Step } from '../lesson';
import type { Predicate } from '../predicate';
import { meant, shown, type Found } from './found';
import type { Path } from './source';

/** The containers that a step's predicates name and the lesson does not have. @param containers null: not known */
export function containerMistakes(step: Step, containers: readonly string[] | null): Found[] {
  const predicates: [Path, Predicate][] = [
    [['done'], step.done],
    ...step.evidence.map((each, nth): [Path, Predicate] => [['evidence', nth], each]),
    ...step.hints.map(({ when }, nth): [Path, Predicate] => [['hints', nth, 'when'], when]),
  ];
  return predicates.flatMap(([path, predicate]) =>
    leavesIn(predicate).flatMap((leaf) =>
      [...new Set(containersIn(leaf))].flatMap((name) =>
        unknownContainer(name, containers).map((mistake) => ({
          path: [...path, ...leaf.path],
          mistake,
        })),
      ),
    ),
  );
}

export function unknownContainer(
  name: string,
  containers: readonly string[] | null,
): LessonMistake[] {
  if (containers === null || containers.includes(name)) return [];
  return [{ code: 'unknown-container', given: shown(name), meant: meant(name, containers) }];
}
