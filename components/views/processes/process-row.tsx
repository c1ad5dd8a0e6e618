import { memo } from 'react';
import type { Process } from '@lib/model/process';
import { commandOf } from '@lib/select/command';
import { percentOfCore, shortBytes, usageOf } from '@lib/select/usage';
import { userOf } from '@lib/select/user';
import type { Messages } from '@lib/i18n/messages';
import { useNsview } from '../../store/store';

export const COLUMNS = ['pid', 'user', 'command'] as const;
/** Where a pane is wide enough. */
export const WIDE_COLUMNS = ['pid', 'user', 'state', 'cpu', 'memory', 'command'] as const;

/** A row, the header's included. */
export const ROW = 'grid px-3.5';

interface ProcessRowProps {
  process: Process;
  /** PID and uid as this vantage sees them. */
  pid: number;
  uid: number | null;
  index: number;
  height: number;
  /** The widths of the columns, as CSS has them. */
  columns: string;
  /** The tint of its container. */
  colour: string | null;
  lit: boolean;
  /** With the columns of what changes all the time? */
  wide: boolean;
  inTabOrder: boolean;
  messages: Messages['processes'];
}

/** A process in a pane. Draws itself again only when its record, its place or its light changes. */
export const ProcessRow = memo(function ProcessRow(props: ProcessRowProps) {
  const { process, pid, uid, colour, messages } = props;
  const notTold = messages.notTold;
  const userTitle =
    uid === null
      ? messages.uidUnreadable(process.unreadable.uid ?? notTold)
      : messages.uidTitle(uid, process.uid ?? uid);
  return (
    <div
      role="row"
      aria-rowindex={props.index + 1}
      data-process={process.pid}
      data-lit={props.lit}
      tabIndex={props.inTabOrder ? 0 : -1}
      className={`${ROW} absolute inset-x-0 items-center border-b border-line outline-offset-[-2px] data-[lit=true]:bg-pid/25 data-[lit=true]:shadow-[inset_0_1px_0_var(--type-pid),inset_0_-1px_0_var(--type-pid)]`}
      style={{
        height: props.height,
        top: props.index * props.height,
        gridTemplateColumns: props.columns,
      }}
    >
      <span role="gridcell" data-column="pid" className="font-semibold">
        {pid}
      </span>
      <span role="gridcell" data-column="user" title={userTitle} className="truncate">
        {userOf(uid, messages)}
      </span>
      {props.wide && <UsageCells process={process} messages={messages} />}
      <span
        role="gridcell"
        data-column="command"
        title={commandTitle(process, messages)}
        data-mark={process.zombie ? messages.zombie : undefined}
        className="truncate after:ml-2 after:text-warn after:content-[attr(data-mark)]"
        style={colour === null ? undefined : { color: colour }}
      >
        {commandOf(process)}
      </span>
    </div>
  );
});

function UsageCells({ process, messages }: Pick<ProcessRowProps, 'process' | 'messages'>) {
  const usage = useNsview((store) => usageOf(store.usage, process));
  return (
    <>
      <span
        role="gridcell"
        data-column="state"
        title={usage === null ? undefined : messages.stateTitle(usage.state)}
      >
        {usage?.state}
      </span>
      <span role="gridcell" data-column="cpu" className="pr-3 text-right tabular-nums">
        {usage === null || usage.cpu === null ? null : percentOfCore(usage.cpu)}
      </span>
      <span role="gridcell" data-column="memory" className="pr-4 text-right tabular-nums">
        {usage === null || process.kernelThread ? null : shortBytes(usage.rssBytes)}
      </span>
    </>
  );
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
