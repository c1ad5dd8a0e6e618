import { EyeOff } from 'lucide-react';
import { createPortal } from 'react-dom';
import { useAllMessages } from '../store/messages';
import styles from './lesson.module.css';

/** In place of a picture that would answer what was just asked: a class answers first. */
export function Veil() {
  const { lessons } = useAllMessages();
  const view = document.getElementById('view');
  if (view === null) return null;
  return createPortal(
    <p data-veil className={styles.veil}>
      <EyeOff aria-hidden />
      {lessons.veiled}
    </p>,
    view,
  );
}
