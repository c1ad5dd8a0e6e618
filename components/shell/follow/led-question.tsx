import { Check } from 'lucide-react';
import { useId } from 'react';
import type { LedQuestion as Asked, LedStep } from '@lib/present/from-stage';
import { textIn } from '@lib/lessons/text';
import { useAllMessages, useLanguage } from '../../store/messages';
import { LessonText } from '../../ui/lesson-text';
import { useFollowing, vote } from './led';

interface LedQuestionProps {
  step: LedStep;
  question: Asked;
}

/** What is asked, with answers as large as thumbs; once they are shown, the votes, and then what is right. */
export function LedQuestion({ step: { lesson, step }, question }: LedQuestionProps) {
  const { present } = useAllMessages();
  const language = useLanguage();
  const id = useId();
  const chosen = useFollowing(({ voted }) =>
    voted?.lesson === lesson && voted.step === step ? voted.answer : null,
  );
  const { ask, answers, shown, votes, right } = question;
  const isOpen = shown === 'nothing';
  const all = votes === null ? 0 : Object.values(votes).reduce((sum, each) => sum + each, 0);
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <p id={id} className="leading-snug font-semibold">
        <LessonText>{textIn(ask, language)}</LessonText>
      </p>
      <div role="group" aria-labelledby={id} className="flex flex-col gap-2">
        {answers.map((answer) => {
          const isChosen = answer.id === chosen;
          const isRight = answer.id === right?.id;
          const count = votes?.[answer.id];
          return (
            <button
              key={answer.id}
              type="button"
              data-choice={answer.id}
              data-votes={count}
              aria-pressed={isChosen}
              aria-disabled={!isOpen}
              onClick={() => {
                if (isOpen) vote(lesson, step, answer.id);
              }}
              className={`relative flex min-h-14 items-center gap-3 overflow-hidden rounded-xl border-2 px-4 py-2 text-left ${isChosen ? 'border-focus bg-selected' : 'border-line-strong'}`}
            >
              {count !== undefined && all > 0 && (
                <span
                  aria-hidden
                  className="absolute bottom-0 left-0 h-1.5 bg-focus"
                  style={{ width: `${(count / all) * 100}%` }}
                />
              )}
              <span className="flex-1">
                <LessonText>{textIn(answer.text, language)}</LessonText>
              </span>
              {isChosen && <span className="shrink-0 text-sm text-dim">{present.chosen}</span>}
              {isRight && <Check role="img" aria-label={present.right} className="text-good" />}
              {count !== undefined && (
                <span className="shrink-0 font-semibold">{present.votesFor(count)}</span>
              )}
            </button>
          );
        })}
      </div>
      {isOpen && <p className="text-sm text-dim">{present.choose}</p>}
      {!isOpen && chosen === null && <p className="text-sm text-dim">{present.notVoted}</p>}
      {right !== null && (
        <p className="border-l-4 border-good pl-3">
          <LessonText>{textIn(right.why, language)}</LessonText>
        </p>
      )}
    </section>
  );
}
