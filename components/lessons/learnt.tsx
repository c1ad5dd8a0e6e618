import type { Lesson } from '@lib/lessons/lesson';
import { textIn } from '@lib/lessons/text';
import { useLanguage } from '../store/messages';
import { LessonText } from '../ui/lesson-text';
import { Instead } from './instead';
import styles from './learnt.module.css';

interface LearntProps {
  lesson: Lesson;
  /** A text with the containers as they are named here. */
  named: (text: string) => string;
}

/** In place of a picture from which all has been tidied away: what the lesson was about. The panel says the rest. */
export function Learnt({ lesson, named }: LearntProps) {
  const language = useLanguage();
  return (
    <Instead>
      <section data-learnt className={styles.learnt}>
        <p>
          <LessonText isBrokenAtSigns>{named(textIn(lesson.about, language))}</LessonText>
        </p>
      </section>
    </Instead>
  );
}
