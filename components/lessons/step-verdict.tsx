import type { Step } from '@lib/lessons/lesson';
import type { StepRun, StepTold } from '@lib/lessons/run';
import { useAllMessages } from '../store/messages';
import { STATE_ICONS } from './lesson-header';
import { clockTime } from './clock-time';
import styles from './lesson.module.css';

interface StepVerdictProps {
  step: Step;
  run: StepRun | undefined;
  told: StepTold;
}

/** How a step stands, in a few words. */
export function StepVerdict({ step, run, told: { state, because } }: StepVerdictProps) {
  const { lessons } = useAllMessages();
  const at = run?.doneAt === undefined ? null : clockTime(run.doneAt);
  const words = {
    waiting:
      because !== null
        ? lessons.waitingBecause(because)
        : 'answered' in step.done
          ? lessons.answerToGoOn
          : lessons.waiting,
    done: at === null ? '' : run?.told === true ? lessons.toldAt(at) : lessons.seenAt(at),
    disagrees: at === null ? lessons.otherwise : lessons.noLonger(at),
    unknown: lessons.unknown(because ?? ''),
    impossible: lessons.impossible(because ?? ''),
  }[state];
  const Icon = STATE_ICONS[state];
  return (
    <p data-verdict={state} className={styles.verdict}>
      {Icon !== null && <Icon aria-hidden />}
      {words}
    </p>
  );
}
