import { Check, LoaderCircle, Square, X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import type { LabNews } from '@lib/lab/word';
import { useAllMessages } from '../store/messages';
import { stopInLab, type Ended, type Running } from './lab';
import { News } from './news';
import styles from './lab.module.css';

/** What is printed now, with what is done before that, and a button that ends it. */
export function RunningOutput({ line, running }: { line: string; running: Running }) {
  const { labPage } = useAllMessages();
  const { news, progress, lines } = running;
  return (
    <Output line={line} news={news} text={lines.join('\n')} isRunning>
      {progress === null ? (
        <span className={styles.state}>
          <LoaderCircle aria-hidden className={styles.turning} />
          {labPage.running}
        </span>
      ) : (
        <label className={styles.progress}>
          <span>{labPage.doing(progress.what, progress.part)}</span>
          <progress value={progress.part ?? undefined} max={1} />
          <span className={styles.detail}>{progress.text}</span>
        </label>
      )}
      <StopButton />
    </Output>
  );
}

/** Of what runs, and was asked for elsewhere, or before a reload: that it does. */
export function ElsewhereOutput({ line }: { line: string }) {
  const { labPage } = useAllMessages();
  return (
    <Output line={line} news={[]} text="" isRunning>
      <span className={styles.state}>
        <LoaderCircle aria-hidden className={styles.turning} />
        {labPage.elsewhere}
      </span>
      <StopButton />
    </Output>
  );
}

/** Ends what runs. */
function StopButton() {
  const { labPage } = useAllMessages();
  return (
    <button type="button" data-stop className={styles.small} onClick={stopInLab}>
      <Square aria-hidden />
      {labPage.stop}
    </button>
  );
}

interface EndedOutputProps {
  line: string;
  /** `left`: lines before the text that are not kept. */
  ended: Ended & { left: number };
  /** Did it end as the lesson says? */
  isAsSaid: boolean;
  /** Has it ended just now? */
  isFresh: boolean;
  /** Null: it is not run again now. */
  onAgain: (() => void) | null;
}

/** What was printed, and how it ended. */
export function EndedOutput({ line, ended, isAsSaid, isFresh, onAgain }: EndedOutputProps) {
  const { lab, labPage } = useAllMessages();
  const { exit, because, news, text, left } = ended;
  const Icon = isAsSaid ? Check : X;
  return (
    <Output {...{ line, news, text, left, exit, isAsSaid, isFresh }}>
      <span className={styles.state} data-as-said={isAsSaid}>
        <Icon role="img" aria-label={isAsSaid ? labPage.asItShould : labPage.otherwise} />
        {exit === null ? labPage.noExit : labPage.exit(exit)}
        {because !== null && <span className={styles.detail}>{lab.reason(because)}</span>}
      </span>
      <button
        type="button"
        data-run-again
        aria-disabled={onAgain === null}
        aria-label={`${labPage.again}: ${line}`}
        className={styles.small}
        onClick={() => onAgain?.()}
      >
        {labPage.again}
      </button>
    </Output>
  );
}

interface OutputProps {
  line: string;
  news: readonly LabNews[];
  text: string;
  left?: number;
  exit?: number | null;
  isAsSaid?: boolean;
  isRunning?: boolean;
  isFresh?: boolean;
  children: ReactNode;
}

/** As a terminal has it: what the lab did is a comment, what was printed stands below, the newest in sight. */
function Output({
  line,
  news,
  text,
  left = 0,
  exit,
  isAsSaid,
  isRunning,
  isFresh,
  children,
}: OutputProps) {
  const { labPage } = useAllMessages();
  const box = useRef<HTMLDivElement>(null);
  const printed = useRef<HTMLPreElement>(null);
  useEffect(() => {
    if (printed.current !== null) printed.current.scrollTop = printed.current.scrollHeight;
  }, [text]);
  useEffect(() => {
    if (isRunning !== true && isFresh !== true) return;
    box.current?.scrollIntoView({ block: 'nearest' });
    // The button that was pressed has gone, and the focus with it.
    if (document.activeElement === document.body) box.current?.focus({ preventScroll: true });
  }, [isRunning, isFresh]);
  return (
    <div
      ref={box}
      tabIndex={-1}
      data-output
      data-running={isRunning}
      data-exit={exit ?? undefined}
      data-ended-as-said={isAsSaid}
      className={styles.output}
    >
      <News news={news} />
      {left > 0 && <p className={styles.news}># {labPage.notKept(left)}</p>}
      {(text !== '' || isRunning === true) && (
        <pre
          ref={printed}
          role="log"
          aria-live="polite"
          aria-label={labPage.output(line)}
          // Reached by keys, to be scrolled.
          tabIndex={0}
          data-printed
          className={styles.printed}
        >
          {text}
        </pre>
      )}
      {text === '' && exit !== undefined && exit !== null && (
        <p className={styles.news}># {labPage.silent}</p>
      )}
      <div role="status" className={styles.foot}>
        {children}
      </div>
    </div>
  );
}
