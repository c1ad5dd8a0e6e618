import { ChevronDown, ChevronRight } from 'lucide-react';
import type { Messages } from '@lib/i18n/messages';
import type { Process } from '@lib/model/process';
import { cellText, type CellFacts } from '@lib/process-list/cell-text';
import type { Column } from '@lib/view-state/process-columns';
import { commandOf } from '@lib/model/command';
import { shortCommandOf } from '@lib/process-list/short-command';
import { ShellWords } from '../../ui/shell-words';
import styles from './processes.module.css';
import { TreeLines } from './tree-lines';

/** Numbers that are compared stand under each other. */
export const ALIGNED: Partial<Record<Column, string>> = {
  cpu: 'pr-3 text-right tabular-nums',
  memory: 'pr-4 text-right tabular-nums',
};

/** Any column but the command. */
export function PlainCell({ column, facts }: { column: Column; facts: CellFacts }) {
  return (
    <span
      role="gridcell"
      data-column={column}
      title={titleOf(column, facts)}
      className={`truncate ${ALIGNED[column] ?? ''}`}
    >
      {cellText(column, facts)}
    </span>
  );
}

/** The number here; pressed, it asks who else has it. */
export function PidCell({ pid, words }: { pid: number; words: Messages['processList'] }) {
  return (
    <span role="gridcell" data-column="pid" className="font-semibold">
      <button
        type="button"
        tabIndex={-1}
        data-action="number"
        title={words.number.of(pid)}
        className="cursor-pointer rounded hover:underline"
      >
        {pid}
      </button>
    </span>
  );
}

interface CommandCellProps {
  process: Process;
  /** As ps(1) has it; null: nothing is said of it. */
  state: string | null;
  /** Does the step of a lesson speak of it? */
  isSpokenOf: boolean;
  /** Does a class look at it? */
  isTaught: boolean;
  /** The tint of its container. */
  colour: string | null;
  /** Null: in a flat list. */
  lines: string | null;
  descendants: number;
  folded: boolean;
  messages: Messages['processes'];
  words: Messages['processList'];
}

/** The command, in a tree behind its lines and what folds away all that is below it. */
export function CommandCell(props: CommandCellProps) {
  const { process, state, isTaught, lines, descendants, folded, messages, words } = props;
  return (
    <span role="gridcell" className="flex h-full min-w-0 items-center">
      {lines !== null && <TreeLines lines={lines} words={words} />}
      {lines !== null && lines !== '' && descendants === 0 && (
        <span aria-hidden className={`${styles.leaf} self-stretch`} />
      )}
      {descendants > 0 && (
        <button
          type="button"
          tabIndex={-1}
          data-action="fold"
          aria-label={folded ? words.unfold(process.comm) : words.fold(process.comm)}
          title={folded ? words.foldedTitle(descendants) : undefined}
          className="mr-1 shrink-0 cursor-pointer rounded text-dim hover:bg-raised hover:text-text"
        >
          {folded ? (
            <ChevronRight aria-hidden className="size-3.5" />
          ) : (
            <ChevronDown aria-hidden className="size-3.5" />
          )}
        </button>
      )}
      <span className={isTaught ? styles.taught : 'flex min-w-0 items-center'}>
        <span
          data-column="command"
          title={commandTitle(process, messages)}
          data-mark={process.zombie ? messages.zombie : undefined}
          className={`${isTaught ? '' : 'min-w-0 truncate'} after:ml-2 after:text-warn after:content-[attr(data-mark)]`}
          style={props.colour === null ? undefined : { color: props.colour }}
        >
          {isTaught ? <ShellWords>{shortCommandOf(process)}</ShellWords> : commandOf(process)}
        </span>
        {state !== null && (
          <span data-state-told={state} className={styles.state}>
            {state} {messages.stateTitle(state)}
          </span>
        )}
      </span>
      {props.isSpokenOf && <span className="sr-only">{words.spokenOf}</span>}
      {folded && (
        <span
          data-folded-count={descendants}
          title={words.foldedTitle(descendants)}
          className={styles.folded}
        >
          {words.folded(descendants)}
        </span>
      )}
    </span>
  );
}

function titleOf(column: Column, { process, uid, usage, messages }: CellFacts): string | undefined {
  switch (column) {
    case 'user':
    case 'host-user':
      return uid === null
        ? messages.uidUnreadable(process.unreadable.uid ?? messages.notTold)
        : messages.uidTitle(uid, process.uid ?? uid);
    case 'state':
      return usage === null ? undefined : messages.stateTitle(usage.state);
    case 'start':
      return process.startedAt === null
        ? messages.startUnreadable(process.unreadable.startedAt ?? messages.notTold)
        : new Date(process.startedAt).toLocaleString();
    default:
      return undefined;
  }
}

/** The whole command, and what is to be said about it. */
function commandTitle(process: Process, messages: Messages['processes']): string {
  const remarks = [commandOf(process)];
  if (process.zombie) remarks.push(messages.zombieTitle);
  else if (process.kernelThread) remarks.push(messages.kernelThread);
  else if (process.args === null) {
    remarks.push(messages.argsUnreadable(process.unreadable.args ?? messages.notTold));
  } else if (process.argsTruncated) remarks.push(messages.argsTruncated);
  return remarks.join('\n');
}
