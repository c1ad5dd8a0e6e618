import { Check, CircleHelp, CircleOff, CircleX, X } from 'lucide-react';
import type { Lesson } from '@lib/lessons/lesson';
import { withNames } from '@lib/lessons/names';
import type { StepState } from '@lib/lessons/run';
import { stoodAt } from '@lib/lessons/told';
import { plainText, textIn } from '@lib/lessons/text';
import { LabBadge } from '../lab/lab-badge';
import { leaveLesson } from '../lab/leaving';
import { useAllMessages, useLanguage } from '../store/messages';
import { useNsview } from '../store/store';
import { LessonText } from '../ui/lesson-text';
import { BeginAgain } from './begin-again';
import type { Following } from './following';
import styles from './lesson.module.css';

/** What a step's state looks like, besides its colour. */
export const STATE_ICONS = {
  waiting: null,
  done: Check,
  disagrees: CircleX,
  unknown: CircleHelp,
  impossible: CircleOff,
} as const;

interface LessonHeaderProps {
  lesson: Lesson;
  /** Null: nothing was seen yet. */
  following: Following | null;
  at: number;
  /** The state of the step that is shown. */
  state: StepState;
  onGo: (step: number) => void;
  onAgain: () => void;
}

/** Which lesson it is, and a dot for each of its steps, which leads there. */
export function LessonHeader({ lesson, following, at, state, onGo, onAgain }: LessonHeaderProps) {
  const { lessons } = useAllMessages();
  const language = useLanguage();
  const run = following?.run ?? null;
  const show = useNsview((store) => store.show);
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-2 gap-y-1 px-5 pt-3">
      <h2 className={`text-dim ${styles.small}`}>
        <LessonText>{textIn(lesson.title, language)}</LessonText>
      </h2>
      <LabBadge />
      <div className="ml-auto flex items-center">
        <nav aria-label={lessons.steps}>
          <ol className="flex flex-wrap items-center">
            {lesson.steps.map((step, index) => {
              const nth = index + 1;
              const told =
                nth === at
                  ? state
                  : following === null
                    ? 'waiting'
                    : stoodAt(following.run, step, following.sight);
              const title = plainText(textIn(step.title, language));
              const name = run === null ? title : withNames(run, lesson, title);
              const Icon = STATE_ICONS[told];
              return (
                <li key={step.id} className="flex">
                  <button
                    type="button"
                    data-lesson-step={nth}
                    data-step-state={told}
                    aria-current={nth === at ? 'step' : undefined}
                    aria-label={lessons.stepWithState(nth, name, lessons.states[told])}
                    title={lessons.stepWithState(nth, name, lessons.states[told])}
                    className={styles.dot}
                    onClick={() => onGo(nth)}
                  >
                    <span aria-hidden>{Icon !== null && <Icon strokeWidth={3} />}</span>
                  </button>
                </li>
              );
            })}
          </ol>
        </nav>
        {following !== null && (
          <BeginAgain
            isSign
            className="rounded-md p-1 text-dim hover:bg-raised hover:text-text"
            onBegin={onAgain}
          />
        )}
        <button
          type="button"
          aria-label={lessons.leave}
          title={lessons.leave}
          className="rounded-md p-1 text-dim hover:bg-raised hover:text-text"
          onClick={() => leaveLesson(lesson.id, () => show({ lesson: null, step: 1 }))}
        >
          <X size="1.14rem" aria-hidden />
        </button>
      </div>
    </header>
  );
}
