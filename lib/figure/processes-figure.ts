import { blindSpot, isBlind, stoppedAs } from '../facts/blind';
import { sansWidth, shortened } from '../layout/node-text';
import { nameTold } from '../model/container-ref';
import { kernelName, containerKey } from '../model/ids';
import { columnWidths, leastWidth, ROW_PADDING } from '../process-list/column-widths';
import { possibleColumns, shownColumns } from '../process-list/column-choice';
import { matcher } from '../process-list/match';
import { processList, type ListedProcess } from '../process-list/process-list';
import { dayOf, startTexts } from '../process-list/start-text';
import { containerColours, plainTint } from '../select/container-colour';
import { isStale } from '../sharing/sharers';
import { followedVantages } from '../select/followed-vantages';
import {
  findVantage,
  seenFrom,
  unplacedAt,
  type SeenProcess,
  type Vantage,
} from '../select/vantage';
import { HOST } from '../model/host-word';
import type { Drawing, FigureContent } from './drawing';
import { heading, MARGIN } from './frame';
import { processTable, REM, tableHeight, type TablePen } from './process-table';
import { group, node, type SvgNode } from './svg';
import { baseline } from '../scene/baseline';
import { monoShortened } from '../layout/mono-text';
import { textLine } from './text';
import { wrapped } from '../layout/wrapped';

const GAP = 16;
const PAD = 14;
/** The name of a vantage and its namespace; a line of words. */
const HEAD = 58;
const WORDS = { size: 13, line: 20 };
/** The host's pane is so much wider than the others. */
const HOST_SHARE = 1.25;

/** What one vantage sees. */
interface Pane {
  ref: string;
  name: string;
  vantage: Vantage | null;
  /** How many are seen from there, listed or not; null when nothing can be seen from there. */
  seen: number | null;
  /** Those that filters of the whole page leave. */
  listed: readonly SeenProcess[];
  unplaced: number;
  /** Those that other panes list. */
  elsewhere: ReadonlySet<number>;
}

/** A pane in its place. */
interface PlacedPane extends Pane {
  x: number;
  width: number;
}

interface Pen extends TablePen {
  top: number;
  /** How high the panes may be together with what is around them. */
  bottom: number;
}

/** `ps` side by side, as each vantage has it: the lists that the view has, in the same columns. */
export function processesFigure(drawing: Drawing): FigureContent {
  const { whole, viewState, size, messages, ink, page } = drawing;
  const { palette } = ink;
  const refs = followedVantages(whole, viewState);
  const words = messages.processes;
  const { match } = viewState.processes;
  const filter = match.trim() === '' ? [] : [messages.figure.processesFilter(match.trim())];
  const lead = [messages.figure.processesLead, ...filter].join(' ');
  const title = heading(words.title(refs.length), lead, size, palette);
  const tints = containerColours(whole);
  const today = dayOf(Date.parse(whole.takenAt), drawing.timeZone);
  const pen: Pen = {
    ...drawing,
    top: title.bottom + 8,
    bottom: size.height - MARGIN,
    startOf: startTexts(drawing.language, today, drawing.timeZone),
    colourOf: (container) => {
      const tint = container === null ? undefined : tints.get(container);
      return tint === undefined ? null : plainTint(tint, page);
    },
  };
  const placed = inPlaces(withElsewhere(refs.map((ref) => paneOf(ref, drawing))), drawing);
  const panes = placed.map((pane) => paneDrawing(pane, pen));
  // One as high as the other: what is side by side is compared.
  const highest = Math.max(...panes.map(({ height }) => height));
  const right = Math.max(...placed.map(({ x, width }) => x + width));
  return {
    title: words.title(refs.length),
    size: {
      width: Math.max(size.width, Math.round(right + MARGIN)),
      height: pen.top + highest + MARGIN,
    },
    defs: [],
    head: title.nodes,
    picture: panes.map(({ draw }) => draw(highest)),
    legend: [],
  };
}

function paneOf(ref: string, { snapshot, whole, messages }: Drawing): Omit<Pane, 'elsewhere'> {
  const vantage = findVantage(whole, ref);
  const looking = vantage?.container ?? null;
  const blind = vantage === null || isBlind(vantage);
  const seen = blind ? null : seenFrom(whole, vantage);
  const shown = new Set(snapshot.processes.map(({ pid }) => pid));
  return {
    ref,
    name: ref === HOST ? messages.model.host : looking === null ? ref : nameTold(whole, looking),
    vantage,
    seen: seen?.length ?? null,
    listed: seen?.filter(({ process }) => shown.has(process.pid)) ?? [],
    unplaced: blind ? 0 : unplacedAt(whole, vantage).length,
  };
}

function withElsewhere(panes: readonly Omit<Pane, 'elsewhere'>[]): Pane[] {
  return panes.map((pane) => {
    const others = panes.filter((other) => other !== pane).flatMap(({ listed }) => listed);
    return { ...pane, elsewhere: new Set(others.map(({ process }) => process.pid)) };
  });
}

/** Side by side in the width that there is; a figure cannot be scrolled, so none is too narrow for its columns. */
function inPlaces(panes: readonly Pane[], drawing: Drawing): PlacedPane[] {
  const shareOf = ({ ref }: Pane) => (ref === HOST && panes.length > 1 ? HOST_SHARE : 1);
  const room = drawing.size.width - 2 * MARGIN - (panes.length - 1) * GAP;
  const unit = room / panes.reduce((sum, pane) => sum + shareOf(pane), 0);
  let x = MARGIN;
  return panes.map((pane) => {
    const asked = unit * shareOf(pane);
    const { columns, widths } = columnsOf(pane, asked, drawing);
    const least = pane.listed.length === 0 ? 0 : REM * leastWidth(columns, widths);
    const width = Math.max(asked, least);
    const placed = { ...pane, x, width };
    x += width + GAP;
    return placed;
  });
}

/** The columns that the view has in a pane of this width. */
function columnsOf({ ref, listed }: Pane, width: number, { viewState, usage, messages }: Drawing) {
  const { columns, sort } = viewState.processes;
  const widths = columnWidths(listed, messages.processes);
  const possible = possibleColumns(ref === HOST, usage === null);
  const room = width / REM - ROW_PADDING;
  return { columns: shownColumns(columns, sort.column, possible, room, widths), widths };
}

/** A pane with the height that it needs, to be drawn as high as the highest. */
function paneDrawing(pane: PlacedPane, pen: Pen) {
  const { x, width, ref } = pane;
  const { palette } = pen.ink;
  const body = bodyOf(pane, pen);
  return {
    height: HEAD + body.height,
    draw: (height: number) =>
      group({ 'data-vantage': ref }, [
        node('rect', {
          x,
          y: pen.top,
          width,
          height,
          rx: 12,
          fill: palette.surface,
          stroke: palette.line,
        }),
        ...headDrawing(pane, pen),
        ...body.nodes,
      ]),
  };
}

function headDrawing({ name, vantage, listed, seen, x, width }: PlacedPane, pen: Pen): SvgNode[] {
  const { whole, messages, top, colourOf, ink } = pen;
  const { palette } = ink;
  const { processes: words } = messages;
  const container = vantage?.container ?? null;
  const stale = container !== null && isStale(whole, container);
  const sees = (n: number) => {
    const text = n === whole.processes.length ? words.seesAll(n) : words.sees(n);
    const hidden = n - listed.length;
    return hidden === 0 ? text : messages.filters.withHidden(text, hidden);
  };
  const counted = seen === null ? [] : [sees(seen)];
  const id = vantage?.pidNamespace ?? null;
  const ended = container === null ? null : stoppedAs(container, messages);
  const below = [
    ...(id === null ? [] : [kernelName(id)]),
    ...(ended === null ? [] : [ended]),
    ...counted,
  ].join(' · ');
  const room = width - 2 * PAD - 16;
  const shown = shortened(name, stale ? room - 60 : room, 15, true);
  return [
    node('circle', {
      cx: x + PAD + 4,
      cy: top + 20,
      r: 4,
      fill: colourOf(container === null ? null : containerKey(container)) ?? palette['line-strong'],
    }),
    textLine(shown, x + PAD + 16, baseline(top + 20, 15), {
      size: 15,
      weight: 600,
      fill: palette.text,
    }),
    ...(stale
      ? [
          textLine(words.stale, x + PAD + 26 + sansWidth(shown, 15, true), baseline(top + 20, 12), {
            size: 12,
            fill: palette.warn,
          }),
        ]
      : []),
    textLine(monoShortened(below, width - 2 * PAD, 11), x + PAD, baseline(top + 42, 11), {
      size: 11,
      mono: true,
      fill: palette['text-dim'],
    }),
    node('line', {
      x1: x,
      x2: x + width,
      y1: top + HEAD,
      y2: top + HEAD,
      stroke: palette.line,
    }),
  ];
}

/** What stands below the name of a vantage, and how high that is. */
function bodyOf(pane: PlacedPane, pen: Pen): { nodes: SvgNode[]; height: number } {
  const { whole, messages, viewState, usage } = pen;
  const { seen, listed, vantage, name, unplaced } = pane;
  const { dim, warn } = { dim: pen.ink.palette['text-dim'], warn: pen.ink.palette.warn };
  const y = pen.top + HEAD;
  if (seen === null) {
    const { text, command } = blindSpot(whole, vantage, name, messages);
    return wordsOf([text, ...(command === null ? [] : [command])], dim, y, pane);
  }
  const { tree, folded, sort, match } = viewState.processes;
  const matches = matcher(match, messages.processes);
  const { rows, hidden } = processList(listed, { tree, folded, sort, matches }, usage ?? new Map());
  const hiding = (from: number) =>
    wordsOf(hidden === 0 ? [] : [messages.processList.hidden(hidden)], dim, from, pane);
  const missing = (from: number) =>
    wordsOf(unplaced === 0 ? [] : [messages.processes.unplaced(unplaced)], warn, from, pane);
  const notes = hiding(0).height + missing(0).height;
  const table =
    rows.length === 0
      ? wordsOf([whyEmpty(seen, hidden, pen)], dim, y, pane)
      : processTable({
          rows,
          ...columnsOf(pane, pane.width, pen),
          x: pane.x,
          y,
          width: pane.width,
          rankOf: (row) => rankOf(row, pane),
          most: viewState.allRows ? Infinity : tableHeight(pen.bottom - y - notes),
          pen,
        });
  const first = hiding(y + table.height);
  const second = missing(y + table.height + first.height);
  return {
    nodes: [...table.nodes, ...first.nodes, ...second.nodes],
    height: table.height + first.height + second.height,
  };
}

/** What other panes show as well is what is compared; a kernel's own threads are never told about. */
function rankOf({ process }: ListedProcess, { elsewhere }: Pane): number {
  if (elsewhere.has(process.pid)) return 0;
  if (process.container !== null) return 1;
  return process.kernelThread ? 3 : 2;
}

function whyEmpty(seen: number, hidden: number, { messages }: Pen): string {
  if (seen === 0) return messages.processes.empty;
  return hidden > 0 ? messages.processList.nothingLeft : messages.filtering.nothingHere;
}

function wordsOf(texts: readonly string[], fill: string, y: number, { x, width }: PlacedPane) {
  const lines = texts.flatMap((text) => wrapped(text, width - 2 * PAD, WORDS.size));
  const nodes = lines.map((line, index) =>
    textLine(line, x + PAD, y + 24 + index * WORDS.line, { size: WORDS.size, fill }),
  );
  return { nodes, height: lines.length === 0 ? 0 : lines.length * WORDS.line + 20 };
}
