import { useMemo } from 'react';
import { possibleColumns, shownColumns } from '@lib/process-list/column-choice';
import type { Column } from '@lib/process-list/columns';
import { userOf } from '@lib/select/user';
import type { SeenProcess } from '@lib/select/vantage';
import { HOST } from '@lib/view-state/view-state';
import { useMessages } from '../../store/messages';
import { useNsview } from '../../store/store';

/** What is left and right of the cells of a row, rem. */
const PADDING = 1.75;
/** What a command has at the least, rem; where that is too much, the pane scrolls. */
const COMMAND = 7;
/** What is taken for the room of a row until it is measured, rem. */
const UNMEASURED = 24;
/** A character of the table's face, rem, and how many more than the text a column is wide. */
const CHARACTER = 0.53;
const GAP = 2;

/** No PID column is narrower than for such a number. */
const SHORTEST = '999';

export interface ShownColumns {
  columns: readonly Column[];
  /** As CSS has them. */
  template: string;
  minWidth: string;
}

/**
 * The columns of a pane: those chosen, else as many as there is room for; each as wide as its longest text.
 *
 * @param room the width of the pane in rem; null: not known yet
 */
export function useColumns(
  pane: string,
  seen: readonly SeenProcess[],
  room: number | null,
): ShownColumns {
  const messages = useMessages().processes;
  const chosen = useNsview((store) => store.viewState.processes.columns);
  const sorted = useNsview((store) => store.viewState.processes.sort.column);
  const recorded = useNsview((store) => store.recording !== null);
  const widths = useMemo(() => {
    const names = messages.columns;
    const longest = (name: string, text: (row: SeenProcess) => string) =>
      seen.reduce((length, row) => Math.max(length, text(row).length), wide(name) + 1);
    const width = (characters: number) => (characters + GAP) * CHARACTER;
    return {
      pid: width(longest(SHORTEST, (row) => String(row.pid))),
      'host-pid': width(longest(names['host-pid'], (row) => String(row.process.pid))),
      user: width(longest(names.user, (row) => userOf(row.uid, messages))),
      'host-user': width(longest(names['host-user'], (row) => userOf(row.process.uid, messages))),
      state: width(Math.max(wide(names.state), 2)),
      cpu: 4.5,
      memory: 5,
      start: width(8),
    };
  }, [seen, messages]);
  return useMemo(() => {
    const possible = possibleColumns(pane === HOST, recorded);
    const columns = shownColumns(chosen, sorted, possible, (room ?? UNMEASURED) - PADDING, widths);
    const known = columns.flatMap((column) => (column === 'command' ? [] : widths[column]));
    const sum = known.reduce((total, width) => total + width, PADDING);
    const commanded = columns.includes('command');
    const tracks = columns.map((column) =>
      column === 'command' ? `minmax(${COMMAND}rem, 1fr)` : `${widths[column].toFixed(2)}rem`,
    );
    return {
      columns,
      template: tracks.join(' '),
      minWidth: `${(sum + (commanded ? COMMAND : 0)).toFixed(2)}rem`,
    };
  }, [chosen, sorted, recorded, pane, room, widths]);
}

/** Characters of the table's face that a name takes: a Chinese one takes nearly two. */
function wide(name: string): number {
  return [...name].reduce((sum, letter) => sum + (letter > '\u2e80' ? 1.7 : 1), 0);
}
