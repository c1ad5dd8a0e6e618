import { decide } from './decide';
import { containersIn, leavesIn } from './forms';
import type { Step } from './lesson';
import type { Run, StepRun } from './run';
import type { Witness } from './witness';

/**
 * Which hints of a step can tell of what somebody did in it: those that were seen false since it was first shown,
 * and those about a container that is another one since then. Any other is true of what the steps before have left,
 * and nobody has come near anything yet.
 */
export function openHints(
  hints: Step['hints'],
  { bound: before, openHints: already }: StepRun,
  { bound }: Run,
  witness: Witness,
): number[] {
  return hints.flatMap(({ when }, nth) => {
    const names = leavesIn(when).flatMap(containersIn);
    const isOfAnother = names.some((name) => bound[name]?.id !== before[name]?.id);
    const isOpen = already.includes(nth) || isOfAnother || decide(when, witness).is === 'false';
    return isOpen ? [nth] : [];
  });
}
