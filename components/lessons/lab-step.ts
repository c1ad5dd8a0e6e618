import { useState } from 'react';
import { KEYS } from '@lib/keys/keys';
import type { LabReason } from '@lib/lab/word';
import { commandsOf } from '@lib/lessons/commands-of';
import type { Lesson, Step } from '@lib/lessons/lesson';
import { ran } from '@lib/lessons/ran';
import type { Ran } from '@lib/lessons/run';
import { useShortcuts } from '../canvas/use-shortcuts';
import {
  refreshLab,
  runInLab,
  useLabCommands,
  useLabState,
  useRunning,
  type Running,
} from '../lab/lab';
import { useAllMessages } from '../store/messages';
import { useNsview } from '../store/store';
import { changeRun, type Following } from './following';

/** A command of a step in the lab. */
export interface LabCommandNow {
  /** Why it is typed by hand; null: the lab runs it. */
  byHand: LabReason | null;
  /** What came of it so far, as it runs; `elsewhere`: somebody else had it run. */
  running: Running | 'elsewhere' | null;
  /** How it ended; null: it has not run, or runs again. */
  ran: Ran | null;
  /** Has it ended just now? */
  isFresh: boolean;
  isNext: boolean;
}

export interface LabStep {
  /** Null: the lab says nothing of it. @param nth its index, as `commandsOf` counts */
  of: (nth: number) => LabCommandNow | null;
  /** Why nothing is run just now; null: it is. */
  because: string | null;
  run: (nth: number) => void;
}

/**
 * A step of a lesson in the lab, and the key that runs its next command; null: there is no lab.
 *
 * @param count so many of its commands are shown
 */
export function useLabStep(
  lesson: Lesson,
  step: Step,
  following: Following | null,
  count: number,
): LabStep | null {
  const { labPage } = useAllMessages();
  const state = useLabState();
  const commands = useLabCommands(lesson.id).filter((each) => each.step === step.id);
  const mine = useRunning();
  const tell = useNsview((store) => store.tell);
  const [fresh, setFresh] = useState<number | null>(null);
  const isLab = state?.state === 'ready' && following !== null;

  const stepRun = following?.run.steps[step.id];
  const isAnswered = step.predict === undefined || stepRun?.chosen !== undefined;
  const isBusy = mine !== null || (state?.running ?? null) !== null;
  const because = isBusy ? labPage.running : isAnswered ? null : labPage.answerFirst;
  const isOpen = (nth: number) =>
    stepRun?.ran?.[nth] === undefined &&
    commands.some(({ command, runs }) => command === nth && runs);
  const next = [...Array(count).keys()].findIndex(isOpen);

  const run = (nth: number) => {
    if (following === null || commandsOf(step)[nth] === undefined) return;
    const asked = { lesson: lesson.id, step: step.id, command: nth, suffix: following.run.suffix };
    void runInLab(asked).then((ended) => {
      setFresh(nth);
      changeRun(lesson, step, (now, at) => ran(now, lesson, step.id, nth, ended, at));
      return refreshLab();
    });
  };
  useShortcuts(
    KEYS.lesson.run,
    {
      next: () => {
        if (because !== null) tell(because);
        else if (next < 0) tell(labPage.allRan);
        else run(next);
      },
    },
    () => isLab && commands.length > 0,
  );
  if (!isLab) return null;

  const of = (nth: number): LabCommandNow | null => {
    const known = commands.find(({ command }) => command === nth);
    if (known === undefined) return null;
    const isThis = (other: { lesson: string; step: string; command: number }) =>
      other.lesson === lesson.id && other.step === step.id && other.command === nth;
    const theirs = state.running !== null && isThis(state.running) ? 'elsewhere' : null;
    const running = mine !== null && isThis(mine) ? mine : theirs;
    return {
      byHand: known.runs ? null : known.because,
      running,
      ran: running === null ? (stepRun?.ran?.[nth] ?? null) : null,
      isFresh: nth === fresh,
      isNext: nth === next,
    };
  };
  return { of, because, run };
}
