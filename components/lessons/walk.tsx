import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useRef } from 'react';
import { useAllMessages } from '../store/messages';
import { BeginAgain } from './begin-again';
import styles from './lesson.module.css';

interface WalkProps {
  /** Which of the course it is, from 1; null: it is not of the course. */
  number: number | null;
  /** Which of its steps, from 1. */
  at: number;
  of: number;
  onBack: () => void;
  onNext: () => void;
  /** To begin the lesson anew, where it has come to its end; else null. */
  onAgain: (() => void) | null;
}

/** Where one is, and the way to the steps beside. At the bottom, where heads hide it. */
export function Walk({ number, at, of, onBack, onNext, onAgain }: WalkProps) {
  const { lessons } = useAllMessages();
  const next = useRef<HTMLButtonElement>(null);
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
      {onAgain !== null && (
        <BeginAgain
          isSign={false}
          className="underline underline-offset-4"
          onBegin={() => {
            // It goes with the end of the lesson, and whoever works by keyboard goes on from here.
            next.current?.focus();
            onAgain();
          }}
        />
      )}
      <button
        ref={next}
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
