import type { Messages } from '@lib/i18n/messages';
import { drawnLines } from '@lib/process-list/tree';
import styles from './processes.module.css';

/** The lines before a process in the tree, one step for each level. */
export function TreeLines({ lines, words }: { lines: string; words: Messages['processList'] }) {
  const { drawn, undrawn } = drawnLines(lines);
  return (
    <span aria-hidden className="flex shrink-0 self-stretch">
      {undrawn > 0 && <span className={styles.deeper}>{words.deeper(undrawn)}</span>}
      {[...drawn].map((line, level) => (
        <span key={level} data-line={line} className={styles.line} />
      ))}
    </span>
  );
}
