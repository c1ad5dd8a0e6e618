import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import { again } from '@lib/lessons/again';
import { keptRun } from '@lib/lessons/kept-run';
import type { Lesson, Step } from '@lib/lessons/lesson';
import type { Run, Sight } from '@lib/lessons/run';
import { begin, enter, look, without } from '@lib/lessons/runner';

import { inLab } from '@lib/lessons/ran';
import { wanted } from '@lib/lessons/told';
import type { Snapshot } from '@lib/model/snapshot';
import { LESSON_RECORDINGS } from '@lib/protocol/shipped';
import { sourceOf } from '@lib/view-state/view-state';
import { canRunIn, useLabCommands } from '../lab/lab';
import { tabMemory } from '../store/tab-memory';
import { timeIn, useNsview } from '../store/store';
import { answersTo, useAskingFor } from './answers';

/** What is followed now: how far it came, and what was seen last. */
interface Followed {
  run: Run | null;
  sight: Sight | null;
}

const useFollowed = create<Followed>()(() => ({ run: null, sight: null }));

/** A recording is another machine, and each time it is played another day. */
function memoryKey(lesson: string): string {
  const { recording } = useNsview.getState().viewState;
  // Some steps of a lesson were recorded on another machine: it is one way through it all the same.
  const isOfLesson = LESSON_RECORDINGS.some((each) => each === recording);
  return `lesson ${lesson} ${isOfLesson ? 'recordings' : (recording ?? '')}`;
}

/** Sets a lesson's run to another one, and keeps it over a reload. */
function become(run: Run, sight: Sight): void {
  const before = useFollowed.getState().run;
  useFollowed.setState({ run, sight });
  if (run !== before) tabMemory.keep(memoryKey(run.lesson), JSON.stringify(run));
}

/** The run of a lesson so far: the one that is followed, else the one that was kept, else a new one. */
function runSoFar(lesson: Lesson, sight: Sight): Run {
  const before = useFollowed.getState().run;
  const { bootId } = sight.snapshot;
  if (before?.lesson === lesson.id && before.bootId === bootId) return before;
  const kept = keptRun(tabMemory.recall(memoryKey(lesson.id)), lesson.id, bootId);
  return kept ?? begin(lesson, sight);
}

/** Looks at what is there now for a step. */
function lookAt(lesson: Lesson, step: Step, snapshot: Snapshot): void {
  const sight = { snapshot, answers: answersTo(), at: timeIn(useNsview.getState()) };
  const soFar = inLab(runSoFar(lesson, sight), canRunIn(lesson.id));
  const run = enter(soFar, lesson, step.id, sight);
  become(look(run, lesson, step.id, sight), sight);
}

/** What a person decided, or a command came to, about a step of the lesson that is followed; of another it is forgotten. */
export function changeRun(lesson: Lesson, step: Step, how: (run: Run, at: number) => Run): void {
  const { run, sight } = useFollowed.getState();
  if (run?.lesson !== lesson.id || sight === null) return;
  become(look(how(run, timeIn(useNsview.getState())), lesson, step.id, sight), sight);
}

/** A step begins anew, with what is there now: nothing that was seen of it counts. */
export function beginAgain(lesson: Lesson, step: Step): void {
  const { snapshot } = useNsview.getState();
  const { run, sight } = useFollowed.getState();
  if (run?.lesson === lesson.id && sight !== null) become(without(run, step.id), sight);
  if (snapshot !== null) lookAt(lesson, step, snapshot);
}

/** A lesson begins anew at its first step, with what is there now: what was kept of it is forgotten. */
export function beginLessonAgain(lesson: Lesson): void {
  const { run, sight } = useFollowed.getState();
  tabMemory.forget(memoryKey(lesson.id));
  if (run?.lesson !== lesson.id || sight === null) return;
  become(again(run, lesson, sight), sight);
  const [first] = lesson.steps;
  if (first !== undefined) lookAt(lesson, first, sight.snapshot);
}

export interface Following {
  run: Run;
  sight: Sight;
  /** What a person decided about it. */
  change: (how: (run: Run, at: number) => Run) => void;
}

/** Follows a step of a lesson: all that comes is looked at. Null until something was seen. */
export function useFollowing(lesson: Lesson, step: Step): Following | null {
  const { run, sight } = useFollowed();
  const isThis = run?.lesson === lesson.id && run.steps[step.id] !== undefined;
  const questions = useMemo(
    () => (isThis && sight !== null ? wanted(run, lesson, step.id, sight.snapshot) : []),
    [isThis, run, sight, lesson, step],
  );
  const answers = useAskingFor(questions);
  const commands = useLabCommands(lesson.id);
  useEffect(() => {
    const see = ({ snapshot }: { snapshot: Snapshot | null }) => {
      if (snapshot !== null) lookAt(lesson, step, snapshot);
    };
    see(useNsview.getState());
    return useNsview.subscribe((now, before) => {
      if (now.snapshot !== before.snapshot) see(now);
    });
  }, [lesson, step, answers, commands]);

  if (!isThis || sight === null) return null;
  return { run, sight, change: (how) => changeRun(lesson, step, how) };
}

// What was seen of a machine, or of a recording, is true of no other.
useNsview.subscribe(({ viewState }, before) => {
  if (sourceOf(viewState) !== sourceOf(before.viewState)) {
    useFollowed.setState({ run: null, sight: null });
  }
});
