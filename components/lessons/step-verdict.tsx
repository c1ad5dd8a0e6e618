import { CirclePlay } from 'lucide-react';
import type { Step } from '@lib/lessons/lesson';
import type { StepRun, StepTold } from '@lib/lessons/run';
import { useAllMessages } from '../store/messages';
import { useNsview } from '../store/store';
import { STATE_ICONS } from './lesson-header';
import { clockTime } from './clock-time';
import styles from './lesson.module.css';

interface StepVerdictProps {
  step: Step;
  run: StepRun | undefined;
  told: StepTold;
}

/** How a step stands, in a few words; where it cannot be done here, with the way to a machine where it was. */
export function StepVerdict({ step, run, told: { state, because } }: StepVerdictProps) {
  const { lessons } = useAllMessages();
  const recording = useNsview((store) => store.viewState.recording);
  const show = useNsview((store) => store.show);
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
    <>
      <p data-verdict={state} className={styles.verdict}>
        {Icon !== null && <Icon aria-hidden />}
        {words}
      </p>
      {state === 'impossible' && recording === null && (
        <button
          type="button"
          className={styles.toRecording}
          onClick={() => show({ recording: 'course', at: null })}
        >
          <CirclePlay aria-hidden />
          {lessons.toRecording}
        </button>
      )}
    </>
  );
}
