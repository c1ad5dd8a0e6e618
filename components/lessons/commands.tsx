import { Check, Copy, TriangleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useMessages } from '../store/messages';
import { ShellWords } from '../ui/shell-words';
import styles from './lesson.module.css';

interface CommandsProps {
  lines: readonly string[];
  /** The one part that makes the difference. */
  mark: string | null;
  /** Was what they do seen, so that the one which makes the difference may stand for all where room is short? */
  isOver?: boolean;
  /** What stands beside a command, and below it, by its index. */
  beside?: (nth: number) => ReactNode;
  below?: (nth: number) => ReactNode;
}

/** What is to be typed, in this order. Dark in every theme, as a terminal is. */
export function Commands({ lines, mark, isOver = false, beside, below }: CommandsProps) {
  const marked = mark === null ? -1 : lines.findLastIndex((line) => line.includes(mark));
  const telling = marked < 0 ? lines.length - 1 : marked;
  return (
    <ol className={styles.terminal} data-gives={isOver && lines.length > 1 ? 'typed' : undefined}>
      {lines.map((line, index) => (
        <li key={index} data-telling={index === telling}>
          <Command line={line} mark={mark} beside={beside?.(index)} />
          {below?.(index)}
        </li>
      ))}
    </ol>
  );
}

interface CommandProps {
  line: string;
  mark: string | null;
  beside: ReactNode;
}

function Command({ line, mark, beside }: CommandProps) {
  const { shell } = useMessages();
  const [copying, setCopying] = useState<'copy' | 'copied' | 'copyFailed'>('copy');
  const copy = () => {
    // Away from localhost and https there is no clipboard at all.
    const written = navigator.clipboard?.writeText(line) ?? Promise.reject(new Error('none'));
    written.then(
      () => setCopying('copied'),
      () => setCopying('copyFailed'),
    );
  };
  const label = shell[copying];
  const Icon = { copy: Copy, copied: Check, copyFailed: TriangleAlert }[copying];
  return (
    <div className={styles.command}>
      <code data-command className="select-all">
        <ShellWords mark={mark}>{line}</ShellWords>
      </code>
      <button
        type="button"
        aria-label={`${label}: ${line}`}
        title={label}
        className={styles.copy}
        onClick={copy}
        onBlur={() => setCopying('copy')}
      >
        <Icon aria-hidden />
      </button>
      {beside}
      <span role="status" className={copying === 'copyFailed' ? styles.notCopied : 'sr-only'}>
        {copying === 'copy' ? '' : label}
      </span>
    </div>
  );
}
