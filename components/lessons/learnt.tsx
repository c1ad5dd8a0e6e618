import type { Lesson, Step } from '@lib/lessons/lesson';
import { textIn } from '@lib/lessons/text';
import { useLanguage } from '../store/messages';
import { Instead } from './instead';
import styles from './learnt.module.css';

interface LearntProps {
  lesson: Lesson;
  /** Its recap. */
  step: Step;
  /** A text with the containers as they are named here. */
  named: (text: string) => string;
}

/** In place of a picture from which all has been tidied away: what the lesson was about. */
export function Learnt({ lesson, step, named }: LearntProps) {
  const language = useLanguage();
  const say = (text: Lesson['about']) => named(textIn(text, language));
  const right = step.predict?.answers.find((each) => each.right);
  return (
    <Instead>
      <section data-learnt className={styles.learnt}>
        <h3>{say(step.title)}</h3>
        <p>{say(lesson.about)}</p>
        {step.predict !== undefined && right !== undefined && (
          <div className={styles.answer}>
            <p>{say(step.predict.ask)}</p>
            <p>
              <strong>{say(right.text)}</strong>
            </p>
            <p>{say(right.why)}</p>
          </div>
        )}
      </section>
    </Instead>
  );
}
