import { cellText } from '../process-list/cell-text';
import { isNarrow, type ColumnWidths } from '../process-list/column-widths';
import type { Column } from '../view-state/process-columns';
import { excerpt } from '../process-list/excerpt';
import type { ListedProcess } from '../process-list/process-list';
import { drawnLines } from '../process-list/tree';
import { usageOf } from '../select/usage';
import type { Drawing } from './drawing';
import { group, node, type SvgNode } from './svg';
import { baseline } from '../scene/baseline';
import { monoShortened, monoWidth } from '../layout/mono-text';
import { textLine } from './text';
import { containerKeyOf, type ContainerKey } from '../model/ids';

/** Pixels: widths of columns are told in the page's rem. */
export const REM = 14;

const PAD = 14;
/** The names of columns; a row; what is below the last. */
const COLUMNS = 28;
const ROW = 25;
const BELOW = 8;
const MONO = 12;
const SMALL = 11;
/** What stays free between a text and the next column. */
const GAP = 6;
/** Numbers that are compared end under each other, so far from the next column; rem. */
const ENDS: Partial<Record<Column, number>> = { cpu: 0.75, memory: 1 };
/** However little room there is, so many processes are shown. */
const FEWEST = 3;

/** A level of the tree: how wide, where its line goes down, how long the one to the process is. */
const LEVEL = {
  wide: { width: 0.95 * REM, down: 0.4 * REM, across: 0.45 * REM },
  narrow: { width: 0.6 * REM, down: 0.15 * REM, across: 0.35 * REM },
};
/** Of the room for the command, the lines of the tree have no more than this. */
const MOST_OF_ROOM = 0.6;

export interface TablePen extends Drawing {
  colourOf: (container: ContainerKey | null) => string | null;
  /** Tells when a process began. */
  startOf: (startedAt: string) => string;
}

interface Table {
  rows: readonly ListedProcess[];
  columns: readonly Column[];
  widths: ColumnWidths;
  x: number;
  y: number;
  width: number;
  /** Rows that there is room for. */
  most: number;
  /** Where there is not room for all: the lower, the sooner a row is shown. */
  rankOf: (row: ListedProcess) => number;
  pen: TablePen;
}

/** Where a column is: what it may fill. */
interface Track {
  column: Column;
  left: number;
  width: number;
}

/** How many rows a table of this height has. */
export function tableHeight(height: number): number {
  return Math.max(FEWEST, Math.floor((height - COLUMNS - BELOW) / ROW));
}

/** The processes of a pane, one below the other; what is too much for its height is counted. */
export function processTable(table: Table): { nodes: SvgNode[]; height: number } {
  const { rows, x, y, width, most, rankOf, pen } = table;
  const { palette } = pen.ink;
  const fits = rows.length <= most;
  const shown = fits ? rows : excerpt(rows, most - 1, rankOf);
  const tracks = tracksOf(table);
  const rule = (at: number) =>
    node('line', { x1: x, x2: x + width, y1: at, y2: at, stroke: palette.line });
  const nodes = [
    ...tracks.flatMap((track) => columnHead(track, y + COLUMNS / 2, pen)),
    ...shown.flatMap((row, index) => {
      const from = y + COLUMNS + index * ROW;
      return [rule(from), rowDrawing(row, tracks, from, table)];
    }),
  ];
  const height = COLUMNS + shown.length * ROW;
  if (fits) return { nodes, height: height + BELOW };
  const more = textLine(
    pen.messages.inspector.moreRows(rows.length - shown.length),
    x + PAD,
    baseline(y + height + ROW / 2, MONO),
    { size: MONO, fill: palette['text-dim'] },
  );
  return { nodes: [...nodes, rule(y + height), more], height: height + ROW + BELOW };
}

function tracksOf({ columns, widths, x, width }: Table): Track[] {
  const fixed = columns.reduce(
    (sum, column) => sum + (column === 'command' ? 0 : widths[column] * REM),
    0,
  );
  let left = x + PAD;
  return columns.map((column) => {
    const room = column === 'command' ? width - 2 * PAD - fixed : widths[column] * REM;
    const track = { column, left, width: room };
    left += room;
    return track;
  });
}

/** The name of a column, and which way rows go by it. */
function columnHead({ column, left, width }: Track, y: number, pen: TablePen): SvgNode[] {
  const { messages, viewState, ink } = pen;
  const { sort } = viewState.processes;
  const text = messages.processes.columns[column];
  const fill = ink.palette['text-dim'];
  const sorted = sort.column === column;
  const arrow = sorted ? 10 : 0;
  const end = ENDS[column];
  const from = end === undefined ? left : left + width - end * REM - monoWidth(text, SMALL) - arrow;
  const at = from + monoWidth(text, SMALL) + 6;
  const tip = sort.descending ? 3.5 : -3.5;
  return [
    textLine(text, from, baseline(y, SMALL), { size: SMALL, mono: true, fill }),
    ...(sorted
      ? [
          node('path', {
            d: `M${at} ${y - tip}V${y + tip}M${at - 3} ${y + tip / 7}L${at} ${y + tip}L${at + 3} ${y + tip / 7}`,
            fill: 'none',
            stroke: fill,
            'data-sorted': sort.descending ? 'descending' : 'ascending',
          }),
        ]
      : []),
  ];
}

function rowDrawing(
  row: ListedProcess,
  tracks: readonly Track[],
  from: number,
  table: Table,
): SvgNode {
  const { process, pid, uid, branch } = row;
  const { messages, usage: known, startOf } = table.pen;
  const usage = known === null ? null : usageOf(known, process);
  const facts = { process, pid, uid, usage, startOf, messages: messages.processes };
  const attributes = {
    'data-process': process.pid,
    'data-level': branch === null ? null : branch.depth + 1,
    'data-between': row.between ? 'true' : null,
  };
  return group(
    attributes,
    tracks.flatMap((track): SvgNode[] => {
      const text = cellText(track.column, facts);
      return track.column === 'command'
        ? commandCell(row, track, from, text, table)
        : plainCell(text, track, from, row.between, table);
    }),
  );
}

function plainCell(
  text: string,
  { column, left, width }: Track,
  from: number,
  italic: boolean,
  { pen }: Table,
): SvgNode[] {
  if (text === '') return [];
  const end = ENDS[column];
  return [
    textLine(
      monoShortened(text, width - GAP, MONO),
      end === undefined ? left : left + width - end * REM,
      baseline(from + ROW / 2, MONO),
      {
        size: MONO,
        ...(column === 'pid' ? { weight: 600 } : {}),
        ...(end === undefined ? {} : { anchor: 'end' }),
        mono: true,
        italic,
        fill: pen.ink.palette.text,
      },
    ),
  ];
}

/** The command behind its lines of the tree, and what is to be said of it. */
function commandCell(row: ListedProcess, track: Track, from: number, text: string, table: Table) {
  const { process, branch } = row;
  const { messages, colourOf, ink } = table.pen;
  const { palette } = ink;
  const middle = from + ROW / 2;
  const tree = treeLines(branch?.lines ?? '', track, from, table);
  const mark = process.zombie ? messages.processes.zombie : '';
  const count = row.folded ? messages.processList.folded(branch?.descendants ?? 0) : '';
  const after = (word: string) => (word === '' ? 0 : monoWidth(word, SMALL) + 18);
  const left = track.left + tree.width;
  const room = track.width - tree.width - after(mark) - after(count);
  const command = monoShortened(text, room, MONO);
  const end = left + monoWidth(command, MONO) + 8;
  const countAt = end + after(mark);
  const small = { size: SMALL, mono: true };
  return [
    ...tree.nodes,
    textLine(command, left, baseline(middle, MONO), {
      size: MONO,
      mono: true,
      italic: row.between,
      fill: colourOf(containerKeyOf(process)) ?? palette.text,
    }),
    ...(mark === ''
      ? []
      : [textLine(mark, end, baseline(middle, SMALL), { ...small, fill: palette.warn })]),
    ...(count === ''
      ? []
      : [
          node('rect', {
            x: countAt,
            y: middle - 8.5,
            width: monoWidth(count, SMALL) + 10,
            height: 17,
            rx: 8.5,
            fill: palette['surface-raised'],
            'data-folded-count': branch?.descendants ?? 0,
          }),
          textLine(count, countAt + 5, baseline(middle, SMALL), {
            ...small,
            fill: palette['text-dim'],
          }),
        ]),
  ];
}

/** The lines before a process in the tree, a step for each level, as many as leave room for its command. */
function treeLines(lines: string, { left, width }: Track, from: number, table: Table) {
  const level = isNarrow(table.width / REM) ? LEVEL.narrow : LEVEL.wide;
  const { messages, ink } = table.pen;
  const { drawn, undrawn } = drawnLines(lines, Math.floor((MOST_OF_ROOM * width) / level.width));
  const deeper = undrawn === 0 ? '' : messages.processList.deeper(undrawn);
  const first = deeper === '' ? 0 : monoWidth(deeper, SMALL) + 3;
  const middle = from + ROW / 2;
  const path = [...drawn].map((line, index) => {
    if (line === ' ') return '';
    const x = left + first + index * level.width + level.down;
    const down = `M${x} ${from}V${line === '└' ? middle : from + ROW}`;
    return line === '│' ? down : `${down}M${x} ${middle}H${x + level.across}`;
  });
  const nodes = [
    ...(deeper === ''
      ? []
      : [
          textLine(deeper, left, baseline(middle, SMALL), {
            size: SMALL,
            mono: true,
            fill: ink.palette['text-dim'],
          }),
        ]),
    ...(drawn.trim() === ''
      ? []
      : [node('path', { d: path.join(''), fill: 'none', stroke: ink.palette['line-strong'] })]),
  ];
  return { nodes, width: first + drawn.length * level.width };
}
