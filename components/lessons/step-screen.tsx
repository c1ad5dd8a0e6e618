import { Eye } from 'lucide-react';
import { isCheckedByLab as checksInLab, isTypingOver } from '@lib/lessons/commands-of';
import type { Lesson, Step } from '@lib/lessons/lesson';
import { withNames } from '@lib/lessons/names';
import { choose, saw } from '@lib/lessons/runner';
import type { StepTold } from '@lib/lessons/run';
import { awaitsSeeing } from '@lib/lessons/seen-first';
import { textIn } from '@lib/lessons/text';
import { useLanguage } from '../store/messages';
import { LessonText } from '../ui/lesson-text';
import { EvidenceList } from './evidence-list';
import { OnPodman } from './on-podman';
import { StepVerdict } from './step-verdict';
import type { Following } from './following';
import { Question } from './question';
import { StepCommands } from './step-commands';
import styles from './lesson.module.css';

interface StepScreenProps {
  lesson: Lesson;
  step: Step;
  /** Null: nothing was seen yet. */
  following: Following | null;
  told: StepTold | null;
  /** How many of its facts have no room. */
  leftOut: number;
}

/** A step: its idea, its question, what to type, what to look at; then what was seen, and only then why. */
export function StepScreen({ lesson, step, following, told, leftOut }: StepScreenProps) {
  const language = useLanguage();
  const named = (text: string) =>
    following === null ? text : withNames(following.run, lesson, text);
  const say = (text: Step['say']) => (text === undefined ? null : named(textIn(text, language)));
  const run = following?.run.steps[step.id];
  const isDone = run?.doneAt !== undefined;
  // Who was asked something answers first, or says that they will not.
  const isAnswered = step.predict === undefined || run?.chosen !== undefined;
  const isTold = isDone && isAnswered;
  const why = isTold ? say(step.why) : null;
  const watch = isDone ? null : say(step.watch);
  // What was said before gives its room to why it was so; a task is what that answers.
  const before = why === null || step.kind === 'vary' ? say(step.say) : null;
  const isImpossible = told?.state === 'impossible';
  const onSeen =
    following === null || !awaitsSeeing(following.run, step)
      ? null
      : () => following.change((now, at) => saw(now, lesson, step.id, at));
  const isCheckedByLab = following !== null && checksInLab(following.run, step);
  return (
    <article className={styles.step}>
      <h3 className={styles.idea}>
        <LessonText isBrokenAtSigns>{named(textIn(step.title, language))}</LessonText>
      </h3>
      {told !== null && isImpossible && (
        <div className={styles.notHere}>
          <StepVerdict {...{ step, run, told, isCheckedByLab }} />
        </div>
      )}
      {before !== null && (
        <p>
          <LessonText>{before}</LessonText>
        </p>
      )}
      <div className={styles.doing} inert={isImpossible}>
        {step.predict !== undefined && (
          <Question
            lesson={lesson.id}
            step={step.id}
            predict={step.predict}
            named={named}
            chosen={run?.chosen}
            isTold={isTold}
            // What the lab has printed, one has seen.
            isSettled={isTold || run?.ran !== undefined}
            onChoose={
              following === null
                ? null
                : (choice) =>
                    following.change((now, at) => choose(now, lesson, step.id, choice, at))
            }
          />
        )}
        <OnPodman>{say(step.podman)}</OnPodman>
        <StepCommands
          {...{ lesson, step, following, named }}
          isOver={isTold && isTypingOver(step, run, told?.evidence ?? [])}
        />
      </div>
      {watch !== null && (
        <p className="flex items-start gap-3">
          <Eye className="mt-[0.15em] size-[1.2em] shrink-0 text-focus" aria-hidden />
          <span>
            <LessonText>{watch}</LessonText>
          </span>
        </p>
      )}
      {told !== null && !isImpossible && (
        <EvidenceList {...{ step, run, told, named, isCheckedByLab, leftOut, onSeen }} />
      )}
      {why !== null && (
        <p className={styles.why}>
          <LessonText>{why}</LessonText>
        </p>
      )}
    </article>
  );
}
