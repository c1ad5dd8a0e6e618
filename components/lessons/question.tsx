import { Check, X } from 'lucide-react';
import { useId, useRef } from 'react';
import type { Step } from '@lib/lessons/lesson';
import { textIn } from '@lib/lessons/text';
import { useBallot, Votes } from '../present/votes';
import { useAllMessages, useLanguage } from '../store/messages';
import { LessonText } from '../ui/lesson-text';
import styles from './lesson.module.css';

interface QuestionProps {
  lesson: string;
  step: string;
  predict: NonNullable<Step['predict']>;
  /** Puts the names that the lesson's containers have into a text. */
  named: (text: string) => string;
  /** Undefined: not yet; null: skipped. */
  chosen: string | null | undefined;
  /** Was the result seen, so that it can be told which is right? */
  isTold: boolean;
  /** Was something seen of it, so that what was answered stays what was answered? */
  isSettled: boolean;
  /** Null: the machine was not looked at yet, and nobody keeps what is pressed. */
  onChoose: ((choice: string | null) => void) | null;
}

/** What is asked before the result is seen; afterwards, which answer is right, and why. */
export function Question({
  lesson,
  step,
  predict,
  named,
  chosen,
  isTold,
  isSettled,
  onChoose,
}: QuestionProps) {
  const { lessons, present } = useAllMessages();
  const votes = useBallot(lesson, step)?.votes ?? null;
  const language = useLanguage();
  const ask = useId();
  const section = useRef<HTMLElement>(null);
  const say = (text: typeof predict.ask) => named(textIn(text, language));
  const isWrong = predict.answers.some(({ id, right }) => id === chosen && !right);
  return (
    <section ref={section} tabIndex={-1} aria-labelledby={ask} className={styles.question}>
      <p id={ask} className={styles.ask}>
        <LessonText>{say(predict.ask)}</LessonText>
      </p>
      <div role="group" aria-labelledby={ask} className={styles.choices}>
        {predict.answers.map(({ id, text, right }) => {
          const isChosen = id === chosen;
          const verdict = !isTold ? null : right ? 'right' : isChosen ? 'wrong' : null;
          return (
            <button
              key={id}
              type="button"
              data-choice={id}
              data-chosen={isChosen}
              data-verdict={verdict ?? undefined}
              // What nobody said and is not so gives its room to why.
              hidden={isTold && verdict === null}
              aria-pressed={isChosen}
              aria-disabled={isSettled || onChoose === null}
              className={styles.choice}
              onClick={() => {
                if (!isSettled) onChoose?.(id);
              }}
            >
              <span>
                <LessonText>{say(text)}</LessonText>
              </span>
              {verdict === 'right' && <Check role="img" aria-label={lessons.right} />}
              {verdict === 'wrong' && <X role="img" aria-label={lessons.wrong} />}
              {isChosen && <span className={styles.yours}>{lessons.yours}</span>}
              {votes !== null && (
                <span data-votes={votes[id]} className={styles.yours}>
                  {present.votesFor(votes[id] ?? 0)}
                </span>
              )}
            </button>
          );
        })}
      </div>
      {chosen === undefined && (
        <button
          type="button"
          aria-disabled={onChoose === null}
          className={styles.skip}
          onClick={() => {
            // The button is gone then: whoever came by keyboard is at the answers, which may be given still.
            if (onChoose !== null) section.current?.focus();
            onChoose?.(null);
          }}
        >
          {lessons.skip}
        </button>
      )}
      <Votes lesson={lesson} step={step} isTold={isTold} />
      {chosen === null && !isTold && <p className="text-dim">{lessons.skipped}</p>}
      {isTold &&
        predict.answers
          .filter(({ id, right }) => right || (isWrong && id === chosen))
          // What one thought, and then what is so.
          .sort((one, other) => Number(one.right) - Number(other.right))
          .map(({ id, right, why }) => (
            <p key={id} className={right ? styles.whyRight : styles.whyWrong}>
              {right ? (
                <Check role="img" aria-label={lessons.right} />
              ) : (
                <X role="img" aria-label={lessons.wrong} />
              )}
              <span>
                <LessonText>{say(why)}</LessonText>
              </span>
            </p>
          ))}
    </section>
  );
}
