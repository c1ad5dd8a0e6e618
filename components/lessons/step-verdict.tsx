import type { Step } from '@lib/lessons/lesson';
import { isAnsweredAlone } from '@lib/lessons/decide';
import { isNoLonger, machineNow } from '@lib/lessons/evidence';
import type { StepRun, StepTold } from '@lib/lessons/run';
import { isUnseen } from '@lib/lessons/seen-first';
import { useAllMessages } from '../store/messages';
import { STATE_ICONS } from './lesson-header';
import { clockTime } from './clock-time';
import styles from './evidence.module.css';

interface StepVerdictProps {
  step: Step;
  run: StepRun | undefined;
  told: StepTold;
  /** Is it checked by how its commands ended? */
  isCheckedByLab: boolean;
}

/** How a step stands, in a few words. */
export function StepVerdict({
  step,
  run,
  told: { state, because, evidence },
  isCheckedByLab,
}: StepVerdictProps) {
  const { lessons } = useAllMessages();
  const howDone = run?.told === true ? 'told' : isAnsweredAlone(step.done) ? 'checked' : 'seen';
  const doneAt = {
    told: (time: string) => lessons.toldAt(time, machineNow(evidence)),
    checked: lessons.checkedAt,
    seen: lessons.seenAt,
  }[howDone];
  const at = run?.doneAt === undefined ? null : clockTime(run.doneAt);
  const fallen = evidence.find(isNoLonger)?.seenAt ?? null;
  const words = {
    waiting:
      because !== null
        ? lessons.waitingBecause(because)
        : isCheckedByLab
          ? lessons.runAndAnswer
          : isAnsweredAlone(step.done)
            ? isUnseen(step, run ?? {})
              ? lessons.answerAndSee
              : lessons.answerToGoOn
            : step.run.length === 0
              ? lessons.waitingForTask
              : lessons.waiting,
    done: at === null ? '' : doneAt(at),
    disagrees: fallen === null ? lessons.otherwise : lessons.noLonger(clockTime(fallen)),
    unknown: lessons.unknown(because ?? ''),
    impossible: lessons.impossible(because ?? ''),
  }[state];
  const Icon = STATE_ICONS[state];
  return (
    <p
      data-verdict={state}
      data-done-by={state === 'done' ? howDone : undefined}
      className={styles.verdict}
    >
      {Icon !== null && <Icon aria-hidden />}
      {words}
    </p>
  );
}
