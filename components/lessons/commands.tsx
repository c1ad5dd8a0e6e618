import { Check, Copy, TriangleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useMessages } from '../store/messages';
import { ShellWords } from '../ui/shell-words';
import styles from './lesson.module.css';

interface CommandsProps {
  lines: readonly string[];
  /** The one part that makes the difference. */
  mark: string | null;
  /** What stands beside a command, and below it, by its index. */
  beside?: (nth: number) => ReactNode;
  below?: (nth: number) => ReactNode;
}

/** What is to be typed, in this order. Dark in every theme, as a terminal is. */
export function Commands({ lines, mark, beside, below }: CommandsProps) {
  return (
    <ol className={styles.terminal}>
      {lines.map((line, index) => (
        <li key={index}>
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
  const at = mark === null ? -1 : line.indexOf(mark);
  const marked = at < 0 || mark === null ? '' : mark;
  return (
    <div className={styles.command}>
      <code data-command className="select-all">
        <ShellWords>{at < 0 ? line : line.slice(0, at)}</ShellWords>
        {marked !== '' && <mark>{marked}</mark>}
        {at >= 0 && <ShellWords>{line.slice(at + marked.length)}</ShellWords>}
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
