import { EyeOff } from 'lucide-react';
import { useAllMessages } from '../store/messages';
import { Instead } from './instead';
import styles from './lesson.module.css';

/** In place of a picture that would answer what was just asked: a class answers first. */
export function Veil() {
  const { lessons } = useAllMessages();
  return (
    <Instead>
      <p data-veil className={styles.veil}>
        <EyeOff aria-hidden />
        {lessons.veiled}
      </p>
    </Instead>
  );
}
