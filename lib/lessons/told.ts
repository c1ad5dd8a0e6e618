import type { Snapshot } from '../model/snapshot';
import { endedAsSaid, isCheckedByLab } from './commands-of';
import { decide } from './decide';
import { evidenceOf, isNoLonger } from './evidence';
import type { Lesson, Step } from './lesson';
import { unmet } from './requirements';
import type { Run, Sight, StepState, StepTold, Wanted } from './run';
import { ASKED, Witness } from './witness';

/**
 * What is remembered of a step and what is seen now, as it is told.
 *
 * @param tellsHints false: whatever else may have happened is left out
 */
export function told(
  run: Run,
  lesson: Lesson,
  stepId: string,
  sight: Sight,
  tellsHints = true,
): StepTold {
  const step = lesson.steps.find(({ id }) => id === stepId);
  if (step === undefined) throw new Error(`the lesson ${lesson.id} has no step ${stepId}`);
  const witness = new Witness(run, stepId, sight);
  const { factsAt } = run.steps[stepId] ?? {};
  const evidence = evidenceOf(step.evidence, witness, sight.at, factsAt);
  return { evidence, ...stateOf(run, lesson, step, witness, evidence, tellsHints) };
}

/** How a step stands that is not shown: of one that was passed over, whether it can be done here at all. */
export function stoodAt(run: Run, step: Step, sight: Sight): StepState {
  const before = run.steps[step.id];
  if (before?.doneAt !== undefined) return 'done';
  const witness = new Witness(run, step.id, sight);
  const isOpen =
    before === undefined || step.requires.every((each) => unmet(each, witness) === null);
  return isOpen ? 'waiting' : 'impossible';
}

/** What has to be asked now, so that the step can be decided and told. */
export function wanted(run: Run, lesson: Lesson, stepId: string, snapshot: Snapshot): Wanted[] {
  const step = lesson.steps.find(({ id }) => id === stepId);
  if (step === undefined) return [];
  // Whatever was answered: what is asked does not depend on it.
  const witness = new Witness(run, stepId, { snapshot, answers: new Map(), at: 0 });
  for (const predicate of [step.done, ...step.evidence, ...step.hints.map(({ when }) => when)]) {
    decide(predicate, witness);
  }
  for (const requirement of step.requires) unmet(requirement, witness);
  return [...witness.wanted.values()];
}

function stateOf(
  run: Run,
  lesson: Lesson,
  step: Step,
  witness: Witness,
  evidence: StepTold['evidence'],
  tellsHints: boolean,
): Omit<StepTold, 'evidence'> {
  const { wasOpen = false, openHints = [], doneAt } = run.steps[step.id] ?? {};
  const stands = hasMovedOn(run, lesson, step) || !evidence.some(isNoLonger);
  if (doneAt !== undefined && stands) return { state: 'done', hint: null, because: null };
  const missing = step.requires.flatMap((each) => unmet(each, witness) ?? []);
  if (doneAt === undefined && missing[0] !== undefined) {
    return { state: 'impossible', hint: null, because: missing[0] };
  }
  const hint = step.hints.findIndex(
    ({ when }, nth) => tellsHints && openHints.includes(nth) && decide(when, witness).is === 'true',
  );
  if (doneAt !== undefined || hint >= 0 || hasEndedOtherwise(run, step)) {
    return { state: 'disagrees', hint: hint < 0 ? null : hint, because: null };
  }
  const truth = decide(step.done, witness);
  if (truth.is === 'unknown' && truth.because !== ASKED) {
    return { state: 'unknown', hint: null, because: truth.because };
  }
  const isAlready = truth.is === 'true' && !wasOpen;
  return { state: 'waiting', hint: null, because: isAlready ? 'already-so' : null };
}

/** Did a command, by which the lab checks the step, end otherwise than the lesson says? */
function hasEndedOtherwise(run: Run, step: Step): boolean {
  if (!isCheckedByLab(run, step)) return false;
  const all = run.steps[step.id]?.ran ?? {};
  return step.run.some((_, command) => {
    const one = all[command];
    return one !== undefined && !endedAsSaid(step, command, one);
  });
}

/** Was a step after it shown? What those bring about is meant to change what this one saw. */
function hasMovedOn({ steps }: Run, lesson: Lesson, step: Step): boolean {
  return lesson.steps
    .slice(lesson.steps.indexOf(step) + 1)
    .some(({ id }) => steps[id] !== undefined);
}
