import { textIn } from '@lib/lessons/text';
import { useAllMessages, useLanguage } from '../../store/messages';
import { LessonText } from '../../ui/lesson-text';
import { LedQuestion } from './led-question';
import { useFollowing } from './led';

/** The step of the lesson that is led, and its question. */
export function LedStep() {
  const { present } = useAllMessages();
  const language = useLanguage();
  const step = useFollowing(({ led }) => led?.step ?? null);
  if (step === null) return null;
  const { title, number, of, question } = step;
  return (
    <aside
      aria-label={present.step(number, of)}
      data-led-step={step.step}
      className="flex max-h-[62%] shrink-0 flex-col gap-3 overflow-y-auto border-t border-line bg-surface p-4 lg:max-h-none lg:w-96 lg:border-t-0 lg:border-r"
    >
      <p className="text-sm text-dim">{present.step(number, of)}</p>
      <h2 className="text-lg leading-tight font-bold text-balance">
        <LessonText isBrokenAtSigns>{textIn(title, language)}</LessonText>
      </h2>
      {question !== null && <LedQuestion key={step.step} step={step} question={question} />}
    </aside>
  );
}
