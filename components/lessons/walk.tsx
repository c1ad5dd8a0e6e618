import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useAllMessages } from '../store/messages';
import styles from './lesson.module.css';

interface WalkProps {
  /** Which of the course it is, from 1; null: it is not of the course. */
  number: number | null;
  /** Which of its steps, from 1. */
  at: number;
  of: number;
  onGo: (step: number) => void;
}

/** Where one is, and the way to the steps beside. At the bottom, where heads hide it. */
export function Walk({ number, at, of, onGo }: WalkProps) {
  const { lessons } = useAllMessages();
  return (
    <nav aria-label={lessons.walk} className={styles.walk}>
      <button
        type="button"
        aria-label={lessons.back}
        title={lessons.back}
        aria-disabled={at === 1}
        onClick={() => onGo(at - 1)}
      >
        <ArrowLeft aria-hidden />
      </button>
      <span>{lessons.where(number, at, of)}</span>
      <button
        type="button"
        aria-label={lessons.on}
        title={lessons.on}
        aria-disabled={at === of}
        onClick={() => onGo(at + 1)}
      >
        <ArrowRight aria-hidden />
      </button>
    </nav>
  );
}
