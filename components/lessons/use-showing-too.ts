import { useEffect } from 'react';
import type { Step } from '@lib/lessons/lesson';
import type { StepRun, StepTold } from '@lib/lessons/run';
import { tellSeen } from '../store/news';

/**
 * What a lesson says was seen is to be seen beside it: the details on screen are asked anew as soon as a step, what it
 * has come to, its evidence or what ran of it is another.
 *
 * @param told null: nothing was seen yet
 */
export function useShowingToo(step: Step, told: StepTold | null, run: StepRun | undefined): void {
  const ran = Object.values(run?.ran ?? {}).map(({ at }) => at);
  const seen =
    told === null
      ? null
      : JSON.stringify([step.id, told.state, told.evidence.map(({ truth }) => truth.is), ran]);
  useEffect(() => {
    if (seen !== null) tellSeen();
  }, [seen]);
}
