import type { Snapshot } from '../model/snapshot';
import { bind } from './binding';
import { isCheckedByLab } from './commands-of';
import { decide, isAnsweredAlone } from './decide';
import { factsSeen } from './evidence';
import { openHints } from './open-hints';
import type { Lesson, Step } from './lesson';
import { checked, inLab } from './ran';
import type { Run, Sight, StepRun } from './run';
import { isSeenFirst, isUnseen } from './seen-first';
import { Witness } from './witness';

/*
 * One person's way through a lesson: each function takes what is remembered and gives what is remembered then.
 * The clock is that of the sight.
 */

/** A lesson begins: what has its names already is somebody else's. */
export function begin(lesson: Lesson, { snapshot }: Sight): Run {
  const empty = { heard: [], foreign: {}, bound: {}, steps: {}, suffix: '' };
  return bind({ lesson: lesson.id, bootId: snapshot.bootId, ...empty }, lesson, snapshot);
}

/** A step is shown. The first time that is from when on things count for it. */
export function enter(run: Run, lesson: Lesson, stepId: string, sight: Sight): Run {
  if (run.steps[stepId] !== undefined) return look(run, lesson, stepId, sight);
  const now = bind(run, lesson, sight.snapshot);
  const step: StepRun = {
    since: sight.at,
    newestTicks: newestTicks(sight.snapshot),
    wasOpen: false,
    bound: now.bound,
    openHints: [],
    before: {},
  };
  const entered = { ...now, steps: { ...now.steps, [stepId]: step } };
  return look(entered, lesson, stepId, sight);
}

function newestTicks({ processes }: Snapshot): number {
  return processes.reduce((newest, { startTicks }) => Math.max(newest, Number(startTicks)), 0);
}

/**
 * What the shown step has come to with this sight. Of another boot, all begins anew.
 *
 * @param stepId one that was entered; another is left alone
 */
export function look(run: Run, lesson: Lesson, stepId: string, sight: Sight): Run {
  if (run.bootId !== sight.snapshot.bootId) {
    const begun = inLab(begin(lesson, sight), run.lab);
    const anew = withSuffix(begun, lesson, run.suffix, sight);
    return enter(anew, lesson, stepId, sight);
  }
  const now = bind(run, lesson, sight.snapshot);
  const step = now.steps[stepId];
  const written = lesson.steps.find(({ id }) => id === stepId);
  if (step === undefined || written === undefined) return now;
  const { done, hints, evidence } = written;
  const witness = new Witness(now, stepId, sight);
  const truth = decide(done, witness);
  // What its facts count is counted from the same moment on.
  for (const fact of evidence) decide(fact, witness);
  const after: StepRun = {
    ...step,
    wasOpen: step.wasOpen || truth.is === 'false',
    openHints: openHints(hints, step, now, witness),
    before: { ...Object.fromEntries(witness.counted), ...step.before },
    ...(truth.is === 'true' &&
    step.wasOpen &&
    step.doneAt === undefined &&
    !isCheckedByLab(now, written) &&
    !isUnseen(written, step)
      ? { doneAt: sight.at, told: isAnsweredAlone(done) }
      : {}),
  };
  const seen: StepRun =
    after.doneAt === undefined
      ? after
      : { ...after, factsAt: factsSeen(evidence, witness, sight.at, after.factsAt) };
  return { ...now, steps: { ...now.steps, [stepId]: seen } };
}

/**
 * An answer to the question of a step. Where what it asks about is to be seen first it is a prediction: nothing comes of
 * it until that was.
 *
 * @param choice the answer's id; null: it is skipped, openly
 * @param at milliseconds since the epoch, as a sight has it
 */
export function choose(
  run: Run,
  lesson: Lesson,
  stepId: string,
  choice: string | null,
  at: number,
): Run {
  const step = run.steps[stepId];
  const written = lesson.steps.find(({ id }) => id === stepId);
  if (step === undefined || written === undefined) return run;
  const after = answered(run, written, { ...step, chosen: choice }, at);
  return { ...run, steps: { ...run.steps, [stepId]: after } };
}

/**
 * What is typed in a step was seen, says the learner, or who played it to its end. Of a step of which something else
 * tells that, it says nothing.
 *
 * @param at milliseconds since the epoch, as a sight has it
 */
export function saw(run: Run, lesson: Lesson, stepId: string, at: number): Run {
  const step = run.steps[stepId];
  const written = lesson.steps.find(({ id }) => id === stepId);
  if (step === undefined || written === undefined || !isSeenFirst(written)) return run;
  const after = answered(run, written, { sawAt: at, ...step }, at);
  return { ...run, steps: { ...run.steps, [stepId]: after } };
}

/** A step, done if the learner's word does that and all of it was said; in the lab if all ended as it says. */
function answered(run: Run, written: Step, now: StepRun, at: number): StepRun {
  if (!isAnsweredAlone(written.done) || isCheckedByLab(run, written)) {
    return checked(run, written, now, at);
  }
  const isOpen = now.doneAt === undefined && now.chosen !== undefined;
  return isOpen && !isUnseen(written, now) ? { ...now, doneAt: at, told: true } : now;
}

/** A step is as if it was never shown: what was seen of it counts no more. */
export function without(run: Run, stepId: string): Run {
  const { [stepId]: _forgotten, ...steps } = run.steps;
  return { ...run, steps };
}

/** Names of the lesson that somebody else's containers have. */
export function taken({ foreign }: Run, { containers }: Lesson): string[] {
  const names = new Set(Object.values(foreign).map(({ name }) => name));
  return containers.filter((name) => names.has(name));
}

/** What has this name of the lesson is the lesson's after all: somebody says so. */
export function adopt(run: Run, name: string): Run {
  const kept = Object.entries(run.foreign).filter(([, each]) => each.name !== name);
  return { ...run, foreign: Object.fromEntries(kept) };
}

/** From now on the lesson's containers have this behind their names: what is named so already is not its. */
export function withSuffix(run: Run, lesson: Lesson, suffix: string, { snapshot }: Sight): Run {
  return bind({ ...run, suffix, heard: [], foreign: {}, bound: {} }, lesson, snapshot);
}
