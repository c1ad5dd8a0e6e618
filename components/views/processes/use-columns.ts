import { useMemo } from 'react';
import { possibleColumns, shownColumns } from '@lib/process-list/column-choice';
import { columnWidths, leastWidth, ROW_PADDING } from '@lib/process-list/column-widths';
import type { Column } from '@lib/view-state/process-columns';
import type { SeenProcess } from '@lib/select/vantage';
import { HOST } from '@lib/model/host-word';
import { useAllMessages } from '../../store/messages';
import { useIsProjectedLesson } from '../../store/projected-lesson';
import { useNsview } from '../../store/store';

/** What is taken for the room of a row until it is measured, rem. */
const UNMEASURED = 24;

export interface ShownColumns {
  columns: readonly Column[];
  /** As CSS has them. */
  template: string;
  minWidth: string;
}

/** Number and command. */
const FEWEST = 2;
/** What lessons speak of: commands have the room of the rest. */
const TAUGHT: readonly Column[] = ['pid', 'command'];

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
  const messages = useAllMessages().processes;
  const asked = useNsview((store) => store.viewState.processes.columns);
  const isTaught = useIsProjectedLesson();
  const chosen = asked ?? (isTaught ? TAUGHT : null);
  const sorted = useNsview((store) => store.viewState.processes.sort.column);
  const recorded = useNsview((store) => store.recording !== null);
  const widths = useMemo(() => columnWidths(seen, messages), [seen, messages]);
  return useMemo(() => {
    const possible = possibleColumns(pane === HOST, recorded);
    const cells = (room ?? UNMEASURED) - ROW_PADDING;
    const columns = shownColumns(chosen, sorted, possible, cells, widths);
    const tracks = columns.map((column) =>
      column === 'command' ? 'minmax(0, 1fr)' : `${widths[column].toFixed(2)}rem`,
    );
    const least = `${leastWidth(columns, widths).toFixed(2)}rem`;
    return {
      columns,
      template: tracks.join(' '),
      // Where no column is left to be left out, commands are cut short, and nothing has to be scrolled for.
      minWidth: columns.length > FEWEST ? least : `min(100%, ${least})`,
    };
  }, [chosen, sorted, recorded, pane, room, widths]);
}
