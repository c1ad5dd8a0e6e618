import { isAnsweredAlone } from './decide';
import type { Step } from './lesson';
import type { StepRun } from './run';

/**
 * Would the picture beside a step answer its question before anybody has? So it is where what is asked about is there
 * already: nothing has to come about for such a step to be done, or the lesson says so. A recap asks about what was seen
 * long ago: it is only where the lesson says so.
 */
export function isVeiled(
  { kind, predict, done, veil }: Pick<Step, 'kind' | 'predict' | 'done' | 'veil'>,
  run: StepRun | undefined,
): boolean {
  const isAsking = predict !== undefined && run?.chosen === undefined;
  return isAsking && (veil === true || (kind !== 'recap' && isAnsweredAlone(done)));
}
