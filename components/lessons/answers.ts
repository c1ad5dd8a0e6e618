import { useRef } from 'react';
import { create } from 'zustand';
import type { Wanted } from '@lib/lessons/run';
import { isBusy, type Asked } from '@lib/protocol/asked';
import { isQuestionName, QUESTIONS } from '@lib/questions/questions';
import { sourceOf } from '@lib/view-state/view-state';
import { read, recordedMoment } from '../store/asking';
import { BUSY, PAUSE, stopped, useRepeated } from '../store/repeated';
import { useNsview } from '../store/store';
import { keepUse, whoseUse } from '../store/uses';

type Answers = ReadonlyMap<string, Asked<unknown>>;

/** Milliseconds until a question is put again, at the least. */
const EVERY = 500;

const useAnswers = create<{ answers: Answers }>()(() => ({ answers: new Map() }));

useNsview.subscribe((now, before) => {
  // What was told of a machine, or of a moment of a recording, is true of no other.
  const other = sourceOf(now.viewState) !== sourceOf(before.viewState);
  if (other || recordedMoment(now) !== recordedMoment(before)) {
    useAnswers.setState({ answers: new Map() });
  }
});

/** What was answered so far, by question. */
export function answersTo(): Answers {
  return useAnswers.getState().answers;
}

/**
 * Asks these questions in turn, again and again; while the moment is held, each once.
 *
 * @returns all that was answered, another one whenever something was
 */
export function useAskingFor(questions: readonly Wanted[]): Answers {
  /** When each was put last, by performance.now(). */
  const put = useRef(new Map<string, number>());
  const keys = questions.map(({ key }) => key);
  useRepeated(keys, (isHeld) => {
    const now = performance.now();
    const at = (key: string) => put.current.get(key) ?? -Infinity;
    const due = questions.filter(({ key }) => !isHeld || !answersTo().has(key));
    const [next] = due.sort((one, other) => at(one.key) - at(other.key));
    if (next === undefined) return null;
    const { key, question } = next;
    const rest = at(key) + EVERY - now;
    if (rest > 0) return rest;
    put.current.set(key, now);
    const user = whoseUse(question);
    return {
      question,
      tell: (outcome) => {
        const asked = isQuestionName(question.name)
          ? read<unknown>(outcome, QUESTIONS[question.name].answer)
          : null;
        if (asked === null) return stopped();
        if (user !== null) keepUse(user, outcome);
        useAnswers.setState(({ answers }) => ({ answers: new Map(answers).set(key, asked) }));
        return isBusy(asked) ? BUSY : PAUSE;
      },
    };
  });
  return useAnswers(({ answers }) => answers);
}
