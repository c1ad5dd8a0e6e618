import { useState } from 'react';
import { commandsOf } from '@lib/lessons/commands-of';
import type { Lesson, Step } from '@lib/lessons/lesson';
import { useAllMessages } from '../store/messages';
import { Button } from '../ui/button';
import { Commands } from './commands';
import type { Following } from './following';
import { LabCommands } from './lab-commands';
import { useLabStep } from './lab-step';

interface StepCommandsProps {
  lesson: Lesson;
  step: Step;
  /** Null: nothing was seen yet. */
  following: Following | null;
  /** Was what they do seen, and told? */
  isOver: boolean;
  /** Puts the names that the lesson's containers have into a text. */
  named: (text: string) => string;
}

/** What is typed in a step. In the lab also what the learner is to find, for who would rather see it. */
export function StepCommands({ lesson, step, following, isOver, named }: StepCommandsProps) {
  const { labPage } = useAllMessages();
  const [wantsSolution, setWantsSolution] = useState(false);
  const ran = following?.run.steps[step.id]?.ran;
  const hasRunSolution = ran?.[step.run.length] !== undefined;
  const all = commandsOf(step);
  const shown = wantsSolution || hasRunSolution ? all : step.run;
  const lab = useLabStep(lesson, step, following, shown.length);
  const lines = shown.map(named);
  const mark = step.mark === undefined ? null : named(step.mark);
  const hasMore = lab !== null && shown.length < all.length && lab.of(shown.length) !== null;
  return (
    <>
      {lines.length > 0 &&
        (lab === null ? (
          <Commands lines={lines} mark={mark} isOver={isOver} />
        ) : (
          <LabCommands {...{ step, lines, mark, lab }} />
        ))}
      {hasMore && (
        <div>
          <Button data-solution onClick={() => setWantsSolution(true)}>
            {labPage.solution}
          </Button>
        </div>
      )}
    </>
  );
}
