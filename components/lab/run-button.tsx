import { LoaderCircle, Play } from 'lucide-react';
import { useAllMessages } from '../store/messages';
import styles from './lab.module.css';

interface RunButtonProps {
  /** Which command of the step it is, from 0. */
  nth: number;
  line: string;
  /** Is it the one that the key runs? */
  isNext: boolean;
  isRunning: boolean;
  /** Why it is not run now; null: it is. */
  because: string | null;
  onRun: () => void;
}

/** Has the lab run a command that it has not run yet. */
export function RunButton({ nth, line, isNext, isRunning, because, onRun }: RunButtonProps) {
  const { labPage } = useAllMessages();
  const Icon = isRunning ? LoaderCircle : Play;
  const isAway = isRunning || because !== null;
  return (
    <button
      type="button"
      data-run={nth}
      aria-disabled={isAway}
      aria-label={isRunning ? labPage.running : labPage.runLine(line)}
      title={because ?? (isNext ? labPage.runNext : labPage.run)}
      className={styles.run}
      onClick={() => {
        if (!isAway) onRun();
      }}
    >
      <Icon aria-hidden className={isRunning ? styles.turning : ''} />
      <span aria-hidden>{labPage.run}</span>
    </button>
  );
}
