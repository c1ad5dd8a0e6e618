import { memo } from 'react';
import type { Messages } from '@lib/i18n/messages';
import type { Process } from '@lib/model/process';
import type { Column } from '@lib/view-state/process-columns';
import { isSelected } from '@lib/select/chosen';
import { usageOf } from '@lib/select/usage';
import { newerState } from '@lib/select/usage-told';
import { useSpokenOf } from '../../store/spoken-of';
import { useNsview } from '../../store/store';
import { useUsage } from '../../store/usage';
import styles from './processes.module.css';
import { CommandCell, PidCell, PlainCell } from './row-cells';

/** A row, the header's included. */
export const ROW = 'grid px-3.5';

interface ProcessRowProps {
  process: Process;
  /** PID and uid as this vantage sees them. */
  pid: number;
  uid: number | null;
  index: number;
  height: number;
  /** Does a class look at it? */
  isTaught: boolean;
  /** Is it told what it does just now? */
  changing: boolean;
  columns: readonly Column[];
  /** The widths of the columns, as CSS has them. */
  template: string;
  /** The tint of its container. */
  colour: string | null;
  inTabOrder: boolean;
  /** In a tree: its lines, and where it stands. Null: in a flat list. */
  lines: string | null;
  position: number;
  siblings: number;
  descendants: number;
  folded: boolean;
  /** Only there for what is below it. */
  between: boolean;
  /** Tells when it began. */
  startOf: (startedAt: string) => string;
  messages: Messages['processes'];
  words: Messages['processList'];
}

/** A process in a pane. Draws itself again only when its record, its place or its light changes. */
export const ProcessRow = memo(function ProcessRow(props: ProcessRowProps) {
  const { process, columns, lines, descendants, folded, messages, words } = props;
  const spoken = useSpokenOf((store) => store.spoken.get(process.pid));
  const pointedAt = useNsview((store) => store.hoveredPid === process.pid);
  const selected = useNsview(
    ({ viewState: { select } }) => select?.kind === 'process' && isSelected(process, select),
  );
  const usage = useUsage(({ shown }) => (props.changing ? usageOf(shown.rows, process) : null));
  const newer = useUsage(({ shown }) => newerState(shown, process));
  const state = stateTold(newer ?? usage?.state ?? null, spoken?.state ?? null);
  const { pid, uid, startOf } = props;
  const facts = { process, pid, uid, usage, startOf, messages };
  const place =
    lines === null
      ? {}
      : {
          'aria-level': lines.length + 1,
          'aria-posinset': props.position,
          'aria-setsize': props.siblings,
          ...(descendants > 0 ? { 'aria-expanded': !folded } : {}),
        };
  return (
    <div
      role="row"
      aria-rowindex={props.index + 1}
      {...place}
      data-process={process.pid}
      data-lit={pointedAt || spoken !== undefined}
      data-spoken={spoken === undefined ? undefined : true}
      aria-selected={selected}
      data-between={props.between ? true : undefined}
      tabIndex={props.inTabOrder ? 0 : -1}
      className={`${ROW} ${styles.row} absolute inset-x-0 items-center border-b border-line outline-offset-[-2px] aria-selected:bg-selected aria-selected:outline-2 aria-selected:outline-pid data-[between=true]:italic data-[lit=true]:bg-pid/25 data-[lit=true]:shadow-[inset_0_1px_0_var(--type-pid),inset_0_-1px_0_var(--type-pid)]`}
      style={{
        height: props.height,
        top: props.index * props.height,
        gridTemplateColumns: props.template,
      }}
    >
      {columns.map((column) => {
        if (column === 'pid') return <PidCell key={column} pid={pid} words={words} />;
        if (column !== 'command') return <PlainCell key={column} column={column} facts={facts} />;
        return (
          <CommandCell
            key={column}
            process={process}
            state={state}
            isSpokenOf={spoken !== undefined}
            isTaught={props.isTaught}
            colour={props.colour}
            lines={lines}
            descendants={descendants}
            folded={folded}
            messages={messages}
            words={words}
          />
        );
      })}
    </div>
  );
});

/** Those who stand still until somebody lets them go on. */
const STOPPED: readonly string[] = ['T', 't'];

/**
 * The state that is said of a process beside its command: one that a step speaks of, whatever it is, and was just asked
 * for; else that it is stopped, for else it looks like all that wait for something. Null: nothing has to be said.
 */
function stateTold(now: string | null, spoken: string | null): string | null {
  if (spoken !== null) return spoken;
  return now !== null && STOPPED.includes(now) ? now : null;
}
