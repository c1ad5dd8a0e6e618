import { COLUMNS, USAGE_COLUMNS, type Column, type Sort } from '../view-state/process-columns';

/** Of these the largest is what one looks for. */
const LARGEST_FIRST: readonly Column[] = ['cpu', 'memory'];

/** Which columns are given up last where there is little room; what rows go by is one of the first. */
const FIRST: readonly Column[] = ['command', 'pid', 'user'];
const THEN: readonly Column[] = ['host-pid', 'cpu', 'memory', 'state', 'start', 'host-user'];

/** How wide the command must stay beside the user, and beside what is told besides; rem. */
const COMMAND = { beside: 9.5, besideMore: 16 };
/** Columns that are shown even where they leave the command less than that. */
const ALWAYS: readonly Column[] = ['command', 'pid'];

/** What a column is sorted by when its header is pressed: as it is natural for it, then the other way round. */
export function nextSort(column: Column, now: Sort): Sort {
  if (now.column === column) return { column, descending: !now.descending };
  return { column, descending: LARGEST_FIRST.includes(column) };
}

/**
 * The columns that a pane shows.
 *
 * @param chosen by the person; null: as many as there is room for @param sorted what rows go by
 * @param possible those that say something there
 * @param room the width of a row in rem @param widths those of the columns; the command takes the rest
 */
export function shownColumns(
  chosen: readonly Column[] | null,
  sorted: Column,
  possible: readonly Column[],
  room: number,
  widths: Readonly<Record<Exclude<Column, 'command'>, number>>,
): readonly Column[] {
  if (chosen !== null) {
    const shown = possible.filter((column) => chosen.includes(column));
    return shown.length > 0 ? shown : ['pid', 'command'];
  }
  const fitting = new Set<Column>();
  let left = room;
  for (const column of [...FIRST, sorted, ...THEN]) {
    if (!possible.includes(column) || fitting.has(column)) continue;
    if (column !== 'command') left -= widths[column];
    const least = column === 'user' ? COMMAND.beside : COMMAND.besideMore;
    if (!ALWAYS.includes(column) && left < least) break;
    fitting.add(column);
  }
  return COLUMNS.filter((column) => fitting.has(column));
}

/**
 * The columns that say something at a vantage: on the host the host's own numbers would be said twice,
 * and what is recorded has no usage.
 */
export function possibleColumns(onHost: boolean, recorded: boolean): readonly Column[] {
  return COLUMNS.filter(
    (column) =>
      !(onHost && column.startsWith('host-')) && !(recorded && USAGE_COLUMNS.includes(column)),
  );
}
