import type { Messages } from '../i18n/messages';
import type { SeenProcess } from '../select/vantage';
import { userOf } from '../select/user';
import type { Column } from '../view-state/process-columns';

/** The widths of all columns but the command, which takes the rest; rem. */
export type ColumnWidths = Readonly<Record<Exclude<Column, 'command'>, number>>;

/** What is left and right of the cells of a row, both together, rem. */
export const ROW_PADDING = 1.75;
/** What a command has at the least, rem. */
const LEAST_COMMAND = 7;
/** A row narrower than this has no room to spare; rem. */
const NARROW = 22;
/** A character of the table's face, rem, and how many more than the text a column is wide. */
const CHARACTER = 0.53;
const GAP = 2;
/** No PID column is narrower than for such a number. */
const SHORTEST = '999';

/** Each column as wide as its longest text. */
export function columnWidths(
  seen: readonly SeenProcess[],
  messages: Messages['processes'],
): ColumnWidths {
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
}

/** The width that a row with these columns needs, rem. */
export function leastWidth(columns: readonly Column[], widths: ColumnWidths): number {
  return columns.reduce(
    (sum, column) => sum + (column === 'command' ? LEAST_COMMAND : widths[column]),
    ROW_PADDING,
  );
}

/** Whether the lines of a tree stand close in a row of this width, rem. */
export function isNarrow(room: number): boolean {
  return room < NARROW;
}

/** Characters of the table's face that a name takes: a Chinese one takes nearly two. */
function wide(name: string): number {
  return [...name].reduce((sum, letter) => sum + (letter > '\u2e80' ? 1.7 : 1), 0);
}
