import { commandsOf, endedAsSaid, isCheckedByLab } from './commands-of';
import type { Lesson, Step } from './lesson';
import type { Ran, Run, StepRun } from './run';

/*
 * What the lab does in a run: which commands it can run, and how those ended that it did. What leaves no trace on the
 * machine is checked by this.
 */

/** Of what a command prints, how many lines are kept, the last ones, and how many characters of each. */
const [MOST_LINES, MOST_CHARACTERS] = [200, 500];

/** How the lab tells that a command ended; lines of `text` have a line break between them. */
type Ended = Pick<Ran, 'exit' | 'because' | 'news' | 'text'>;

/** From now on the lab runs these commands. @param lab by the step's id, their indices; null: there is no lab */
export function inLab(run: Run, lab: Run['lab'] | null): Run {
  const { lab: _, ...rest } = run;
  return lab === null || lab === undefined ? rest : { ...rest, lab };
}

/**
 * A command of a step has ended that the lab ran.
 *
 * @param command its index, as `commandsOf` counts
 * @param at milliseconds since the epoch, as a sight has it
 */
export function ran(
  run: Run,
  lesson: Lesson,
  stepId: string,
  command: number,
  { text, ...ended }: Ended,
  at: number,
): Run {
  const step = run.steps[stepId];
  const written = lesson.steps.find(({ id }) => id === stepId);
  if (step === undefined || written === undefined) return run;
  if (commandsOf(written)[command] === undefined) return run;
  const one: Ran = { ...ended, ...kept(text), at };
  const after: StepRun = { ...step, ran: { ...step.ran, [command]: one } };
  return { ...run, steps: { ...run.steps, [stepId]: checked(run, written, after, at) } };
}

/** A step, done if it is the lab that checks it, its question was answered, and all that it says ended as it says. */
export function checked(run: Run, step: Step, now: StepRun, at: number): StepRun {
  if (now.doneAt !== undefined || now.chosen === undefined) return now;
  return isCheckedByLab(run, step) && haveAllEnded(step, now)
    ? { ...now, doneAt: at, told: false }
    : now;
}

function haveAllEnded(step: Step, { ran: all = {} }: StepRun): boolean {
  return step.run.every((_, command) => {
    const one = all[command];
    return one !== undefined && endedAsSaid(step, command, one);
  });
}

/** As much of what was printed as is kept. */
function kept(text: string): Pick<Ran, 'text' | 'left'> {
  const lines = text.split('\n');
  const left = Math.max(0, lines.length - MOST_LINES);
  const shown = lines.slice(left).map((line) => line.slice(0, MOST_CHARACTERS));
  return { text: shown.join('\n'), left };
}
