import type { LabReason } from '../lab/word';
import { isAnsweredAlone } from './decide';
import type { Step } from './lesson';
import type { Evidence, Ran, Run, StepRun } from './run';

/** All lines of a step that the lab can be asked to run, by which they are counted: what is typed, then what completes it. */
export function commandsOf({ run, solve }: Pick<Step, 'run' | 'solve'>): readonly string[] {
  return [...run, ...solve];
}

/** Did a command end as the lesson says: with exit code 0, where it says nothing? @param command its index */
export function endedAsSaid(step: Step, command: number, { exit, text }: Ran): boolean {
  if (exit === null) return false;
  const end = step.ends.find((each) => each.command === command + 1);
  if (end === undefined) return exit === 0;
  return (end.exit ?? exit) === exit && text.includes(end.prints ?? '');
}

/**
 * Is it the lab that checks a step: does nothing but an answer tell that it is done, and can the lab run all that
 * is typed in it?
 */
export function isCheckedByLab({ lab, steps }: Run, step: Step): boolean {
  const runs = lab?.[step.id];
  if (runs === undefined || step.run.length === 0 || !isAnsweredAlone(step.done)) return false;
  const ran = steps[step.id]?.ran ?? {};
  return step.run.every((_, command) => runs.includes(command) && !isRefused(ran[command]));
}

/**
 * Is what a step has typed over: was what it does seen, or run by the lab? Who only says so may have yet to type it, as
 * long as not all facts are so; and what a recap has typed tidies up, which comes last.
 */
export function isTypingOver(
  { kind }: Pick<Step, 'kind'>,
  run: StepRun | undefined,
  facts: readonly Pick<Evidence, 'truth'>[],
): boolean {
  if (kind === 'recap' || run?.doneAt === undefined) return false;
  return run.told !== true || (facts.length > 0 && facts.every(({ truth }) => truth.is === 'true'));
}

/** Why a command did not come to its end that may do so when it is run again. */
const MAY_GO_BETTER: readonly LabReason['code'][] = [
  ...(['stopped', 'deadline', 'failed', 'busy'] as const),
  ...(['no-engine', 'not-there', 'not-running'] as const),
];

/** Is it one that the lab does not do here, whatever is tried, so that it is typed by hand? */
function isRefused(one: Ran | undefined): boolean {
  return one?.exit === null && one.because !== null && !MAY_GO_BETTER.includes(one.because.code);
}
