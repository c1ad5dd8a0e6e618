import type { Lesson, Step, Text } from '../lessons/lesson';
import { withNames } from '../lessons/names';
import { parseViewState } from '../view-state/view-state';
import { votesShown, type Ballot } from './ballot';
import type { Led, LedQuestion, LedStep, StageMessage } from './from-stage';
import { ballotOf, type Question, type Stage } from './stage';

/** The lesson that is shown, by its id; null: none is. */
export function lessonShown({ view }: Stage): string | null {
  return view === null ? null : parseViewState(view).state.lesson;
}

/** Is a moment held? */
export function isHeld({ view }: Stage): boolean {
  return view !== null && parseViewState(view).state.freeze;
}

/** The question of the step that is shown. @param lesson null: none is shown */
export function questionShown(stage: Stage, lesson: Lesson | null): Question | null {
  const step = stepShown(stage, lesson);
  if (lesson === null || step?.predict === undefined) return null;
  return {
    ...{ lesson: lesson.id, step: step.id },
    answers: step.predict.answers.map(({ id }) => id),
  };
}

/** What those are told who follow. @param lesson the one that is shown; null: none is */
export function ledOf(stage: Stage, lesson: Lesson | null): Led {
  const { view, leader } = stage;
  return { view, isLed: leader !== null, step: ledStep(stage, lesson) };
}

/** What a page of the presenter's address is told. */
export function toldTo(
  page: string,
  stage: Stage,
  around: Pick<StageMessage, 'link' | 'followers' | 'away'>,
): StageMessage {
  const { leader } = stage;
  const ballot = ballotOf(stage);
  return {
    ...around,
    leads: leader === null ? 'nobody' : leader === page ? 'you' : 'another',
    ballot:
      ballot === null
        ? null
        : {
            ...{ lesson: ballot.lesson, step: ballot.step, shown: ballot.shown },
            voted: ballot.votes.size,
            votes: votesShown(ballot),
          },
  };
}

function ledStep(stage: Stage, lesson: Lesson | null): LedStep | null {
  const step = stepShown(stage, lesson);
  if (lesson === null || step === undefined) return null;
  const ballot = ballotOf(stage);
  const named = (text: Text): Text =>
    Object.fromEntries(
      Object.entries(text).map(([tag, said]) => [tag, withNames(stage, lesson, said)]),
    );
  const { predict } = step;
  return {
    ...{ lesson: lesson.id, step: step.id, title: named(step.title) },
    ...{ number: lesson.steps.indexOf(step) + 1, of: lesson.steps.length },
    question: predict === undefined || ballot === null ? null : ledQuestion(predict, ballot, named),
  };
}

function ledQuestion(
  { ask, answers }: NonNullable<Step['predict']>,
  ballot: Ballot,
  named: (text: Text) => Text,
): LedQuestion {
  const right = answers.find((each) => each.right);
  const isTold = ballot.shown === 'answer' && right !== undefined;
  return {
    ask: named(ask),
    answers: answers.map(({ id, text }) => ({ id, text: named(text) })),
    ...{ shown: ballot.shown, votes: votesShown(ballot) },
    right: isTold ? { id: right.id, why: named(right.why) } : null,
  };
}

function stepShown({ view }: Stage, lesson: Lesson | null): Step | undefined {
  const state = view === null ? null : parseViewState(view).state;
  if (lesson === null || state?.lesson !== lesson.id) return undefined;
  return lesson.steps[state.step - 1];
}
