import { Eye } from 'lucide-react';
import type { Lesson, Step } from '@lib/lessons/lesson';
import { withNames } from '@lib/lessons/names';
import { choose } from '@lib/lessons/runner';
import type { StepTold } from '@lib/lessons/run';
import { textIn } from '@lib/lessons/text';
import { useLanguage } from '../store/messages';
import { Commands } from './commands';
import { EvidenceList } from './evidence-list';
import type { Following } from './following';
import { Question } from './question';
import styles from './lesson.module.css';

interface StepScreenProps {
  lesson: Lesson;
  step: Step;
  /** Null: nothing was seen yet. */
  following: Following | null;
  told: StepTold | null;
}

/** A step: its idea, its question, what to type, what to look at; then what was seen, and only then why. */
export function StepScreen({ lesson, step, following, told }: StepScreenProps) {
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
  // What was said before gives its room to why it was so.
  const before = why === null ? say(step.say) : null;
  return (
    <article className={styles.step}>
      <h3 className={styles.idea}>{say(step.title)}</h3>
      {before !== null && <p>{before}</p>}
      {step.predict !== undefined && (
        <Question
          predict={step.predict}
          named={named}
          chosen={run?.chosen}
          isTold={isTold}
          onChoose={(choice) =>
            following?.change((now, at) => choose(now, lesson, step.id, choice, at))
          }
        />
      )}
      {step.run.length > 0 && (
        <Commands
          lines={step.run.map(named)}
          mark={step.mark === undefined ? null : named(step.mark)}
        />
      )}
      {watch !== null && (
        <p className="flex items-start gap-3">
          <Eye className="mt-[0.15em] size-[1.2em] shrink-0 text-focus" aria-hidden />
          <span>{watch}</span>
        </p>
      )}
      {told !== null && <EvidenceList step={step} run={run} told={told} named={named} />}
      {why !== null && <p className={styles.why}>{why}</p>}
    </article>
  );
}
