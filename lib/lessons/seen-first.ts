import { commandsOf, isCheckedByLab } from './commands-of';
import { isAnsweredAlone } from './decide';
import type { Step } from './lesson';
import type { Run, StepRun } from './run';

/*
 * Steps that leave no trace on the machine: one predicts, types, sees, and only then is told. When it was seen nobody
 * knows but the learner, who says so.
 */

type Written = Pick<Step, 'kind' | 'run' | 'solve' | 'done'>;

/**
 * Is what is typed in a step to be seen before anything is told, with no trace that shows when it was? What a recap has
 * typed tidies up: that asks about what was seen before.
 */
export function isSeenFirst(step: Written): boolean {
  return step.kind !== 'recap' && commandsOf(step).length > 0 && isAnsweredAlone(step.done);
}

/** Is a step still to be seen, whatever was answered so far? */
export function isUnseen(step: Written, now: Pick<StepRun, 'sawAt'>): boolean {
  return isSeenFirst(step) && now.sawAt === undefined;
}

/** Is it for the learner to say that what was predicted was seen? In the lab it is for what ran there. */
export function awaitsSeeing(run: Run, step: Step): boolean {
  const now = run.steps[step.id];
  if (now?.chosen === undefined || now.doneAt !== undefined) return false;
  return isUnseen(step, now) && !isCheckedByLab(run, step);
}

/**
 * Are a step's facts told? A question comes before what would answer it, and what is claimed does that already; where
 * the facts are so before anything is typed, they come after it was seen, or the lab has printed something of it.
 */
export function tellsFacts(
  step: Written & Pick<Step, 'predict'>,
  now: StepRun | undefined,
): boolean {
  if (now?.doneAt !== undefined) return true;
  if (step.predict !== undefined && now?.chosen === undefined) return false;
  return !isSeenFirst(step) || now?.ran !== undefined;
}
