import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useAllMessages } from '../store/messages';
import styles from './lesson.module.css';

interface WalkProps {
  /** Which of the course it is, from 1; null: it is not of the course. */
  number: number | null;
  /** Which of its steps, from 1. */
  at: number;
  of: number;
  onBack: () => void;
  onNext: () => void;
}

/** Where one is, and the way to the steps beside. At the bottom, where heads hide it. */
export function Walk({ number, at, of, onBack, onNext }: WalkProps) {
  const { lessons } = useAllMessages();
  return (
    <nav aria-label={lessons.walk} className={styles.walk}>
      <button
        type="button"
        aria-label={lessons.back}
        title={lessons.back}
        aria-disabled={at === 1}
        onClick={onBack}
      >
        <ArrowLeft aria-hidden />
      </button>
      <span>{lessons.where(number, at, of)}</span>
      <button
        type="button"
        aria-label={lessons.on}
        title={lessons.on}
        aria-disabled={at === of}
        onClick={onNext}
      >
        <ArrowRight aria-hidden />
      </button>
    </nav>
  );
}
