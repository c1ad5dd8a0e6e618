import { Check, Circle, CircleHelp, CircleX, TriangleAlert } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { isNoLonger } from '@lib/lessons/evidence';
import type { Step } from '@lib/lessons/lesson';
import type { Evidence, StepRun, StepTold } from '@lib/lessons/run';
import { said } from '@lib/lessons/said';
import { tellsFacts } from '@lib/lessons/seen-first';
import { textIn } from '@lib/lessons/text';
import { saidSize } from '@lib/use/said-size';
import { useAllMessages, useLanguage } from '../store/messages';
import { LessonText } from '../ui/lesson-text';
import { ShellWords } from '../ui/shell-words';
import { SeenButton } from './seen-button';
import { StepVerdict } from './step-verdict';
import styles from './evidence.module.css';

interface EvidenceListProps {
  step: Step;
  run: StepRun | undefined;
  told: StepTold;
  isCheckedByLab: boolean;
  /** How many facts have no room. */
  leftOut: number;
  /** Puts the names that the lesson's containers have into a text. */
  named: (text: string) => string;
  /** It was seen, says the learner; null: that is not theirs to say, or not yet. */
  onSeen: (() => void) | null;
}

/** What this machine says of a step: how it stands, each fact with the command that shows it, what else happened. */
export function EvidenceList({
  step,
  run,
  told,
  isCheckedByLab,
  leftOut,
  named,
  onSeen,
}: EvidenceListProps) {
  const messages = useAllMessages();
  const { lessons } = messages;
  const language = useLanguage();
  const title = useId();
  const section = useId();
  const head = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const hint = told.hint === null ? undefined : step.hints[told.hint];
  const isTold = tellsFacts(step, run);
  return (
    <section
      id={section}
      aria-labelledby={title}
      // A style sheet shows what gave its room, here and among what is typed.
      data-open={isOpen ? '' : undefined}
      className={styles.evidence}
    >
      <div ref={head} tabIndex={-1} className={styles.head}>
        <h4 id={title} className={styles.heading}>
          {lessons.evidence}
        </h4>
        {/* What a step waits for is what the button says. */}
        {(onSeen === null || told.state !== 'waiting') && (
          <StepVerdict {...{ step, run, told, isCheckedByLab }} />
        )}
        {onSeen !== null && (
          <SeenButton
            onSeen={() => {
              onSeen();
              // The button that was pressed goes, and in its place stands how the step was done.
              head.current?.focus({ preventScroll: true });
            }}
          />
        )}
        {isTold && (
          <button
            type="button"
            aria-controls={section}
            aria-expanded={isOpen}
            aria-label={lessons.commands}
            title={lessons.commands}
            className={styles.showsCommands}
            onClick={() => setOpen(!isOpen)}
          >
            $
          </button>
        )}
      </div>
      {hint !== undefined && (
        <p data-near-miss className={styles.nearMiss}>
          <TriangleAlert aria-hidden />
          <span>
            <LessonText>{named(textIn(hint.say, language))}</LessonText>
          </span>
        </p>
      )}
      {told.evidence.length > 0 && (
        <ul className={styles.facts} hidden={!isTold}>
          {told.evidence.map((fact) => (
            <Fact key={fact.name} fact={fact} what={said(fact.predicate, messages, named)} />
          ))}
        </ul>
      )}
      {isTold && (
        <button
          type="button"
          aria-controls={section}
          aria-expanded={isOpen}
          className={styles.more}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? lessons.lessFacts : lessons.moreFacts(leftOut)}
        </button>
      )}
    </section>
  );
}

interface FactProps {
  fact: Evidence;
  /** What it says, in a sentence. */
  what: string;
}

function Fact({ fact, what }: FactProps) {
  const { lessons } = useAllMessages();
  const { name, truth, command, value, grown } = fact;
  const isRead = truth.is !== 'unknown' && command !== null;
  const look = truth.is === 'false' && !isNoLonger(fact) ? 'not-yet' : truth.is;
  const Icon = { true: Check, false: CircleX, 'not-yet': Circle, unknown: CircleHelp }[look];
  return (
    <li data-evidence={name} data-evidence-state={truth.is} data-look={look}>
      <Icon role="img" aria-label={lessons.truths[look]} />
      <div className="min-w-0 flex-1">
        <p className={styles.what}>
          <LessonText>{what}</LessonText>
        </p>
        {truth.is === 'unknown' && <p>{lessons.unknown(truth.because)}</p>}
        {isRead && (
          <>
            <code data-evidence-command className={styles.shows}>
              <ShellWords>{command}</ShellWords>
            </code>
            {/* A command that has nothing to print says so by that. */}
            {value !== null &&
              value !== '' &&
              value.split('\n').map((line, nth) => (
                // As the command prints them, in its order.
                <code key={nth} className={styles.value}>
                  <ShellWords>{line}</ShellWords>
                </code>
              ))}
            {grown !== null && (
              <p data-grown={grown} className={styles.grown}>
                {lessons.grown(saidSize(grown).text)}
              </p>
            )}
          </>
        )}
      </div>
    </li>
  );
}
