import { blindSpot, isBlind } from '../facts/blind';
import { sansWidth, shortened } from '../layout/node-text';
import { kernelName } from '../model/ids';
import { commandOf } from '../select/command';
import { containerColours, plainTint } from '../select/container-colour';
import { isStale } from '../select/sharing';
import { userOf } from '../select/user';
import {
  chosenVantages,
  findVantage,
  seenFrom,
  unplacedAt,
  type SeenProcess,
  type Vantage,
} from '../select/vantage';
import { HOST } from '../view-state/view-state';
import type { Drawing, FigureContent } from './drawing';
import { heading, MARGIN } from './frame';
import { group, node, type SvgNode } from './svg';
import { baseline, monoShortened, monoWidth, textLine, wrapped } from './text';

const GAP = 16;
const PAD = 14;
/** The name of a vantage and its namespace; the names of columns; a row; a line of words. */
const HEAD = 58;
const COLUMNS = 28;
const ROW = 25;
const WORDS = { size: 13, line: 20 };
const MONO = 12;
/** The host's pane is so much wider than the others. */
const HOST_SHARE = 1.25;
/** However little room there is, so many processes are shown. */
const FEWEST = 3;

/** What one vantage sees. */
interface Pane {
  ref: string;
  name: string;
  vantage: Vantage | null;
  /** Null when nothing can be seen from there. */
  rows: readonly SeenProcess[] | null;
  /** How many are seen from there, listed or not. */
  seen: number | null;
  unplaced: number;
  x: number;
  width: number;
}

interface Pen extends Drawing {
  top: number;
  colourOf: (container: string | null) => string | null;
  /** Rows that a pane has room for. */
  capacity: number;
}

/** `ps` side by side, as each vantage has it. */
export function processesFigure(drawing: Drawing): FigureContent {
  const { whole, viewState, size, messages, ink, page } = drawing;
  const { palette } = ink;
  const refs = chosenVantages(whole, viewState.vantages);
  const words = messages.processes;
  const title = heading(words.title(refs.length), messages.figure.processesLead, size, palette);
  const tints = containerColours(whole);
  const top = title.bottom + 8;
  const pen: Pen = {
    ...drawing,
    top,
    colourOf: (container) => {
      const tint = container === null ? undefined : tints.get(container);
      return tint === undefined ? null : plainTint(tint, page);
    },
    capacity: viewState.allRows
      ? Infinity
      : Math.max(FEWEST, Math.floor((size.height - top - MARGIN - HEAD - COLUMNS - 8) / ROW)),
  };
  const panes = panesOf(refs, drawing).map((pane) => paneDrawing(pane, pen));
  // One as high as the other: what is side by side is compared.
  const highest = Math.max(...panes.map(({ height }) => height));
  return {
    title: words.title(refs.length),
    size: { width: size.width, height: top + highest + MARGIN },
    defs: [],
    content: [...title.nodes, ...panes.map(({ draw }) => draw(highest))],
  };
}

function panesOf(refs: readonly string[], { snapshot, whole, size, messages }: Drawing): Pane[] {
  const listed = new Set(snapshot.processes.map(({ pid }) => pid));
  const shareOf = (ref: string) => (ref === HOST && refs.length > 1 ? HOST_SHARE : 1);
  const room = size.width - 2 * MARGIN - (refs.length - 1) * GAP;
  const unit = room / refs.reduce((sum, ref) => sum + shareOf(ref), 0);
  let x = MARGIN;
  return refs.map((ref): Pane => {
    const vantage = findVantage(whole, ref);
    const blind = vantage === null || isBlind(vantage);
    const seen = blind ? null : seenFrom(whole, vantage);
    const width = unit * shareOf(ref);
    const pane = {
      ref,
      name: ref === HOST ? messages.model.host : (vantage?.container?.name ?? ref),
      vantage,
      rows: seen?.filter(({ process }) => listed.has(process.pid)) ?? null,
      seen: seen?.length ?? null,
      unplaced: blind ? 0 : unplacedAt(whole, vantage).length,
      x,
      width,
    };
    x += width + GAP;
    return pane;
  });
}

/** A pane with the height that it needs, to be drawn as high as the highest. */
function paneDrawing(pane: Pane, pen: Pen) {
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

function headDrawing({ name, vantage, rows, seen, x, width }: Pane, pen: Pen): SvgNode[] {
  const { whole, messages, top, colourOf, ink } = pen;
  const { palette } = ink;
  const { processes: words } = messages;
  const container = vantage?.container ?? null;
  const stale = container !== null && isStale(whole, container);
  const sees = (n: number) => {
    const text = n === whole.processes.length ? words.seesAll(n) : words.sees(n);
    const hidden = n - (rows?.length ?? 0);
    return hidden === 0 ? text : messages.filters.withHidden(text, hidden);
  };
  const counted = seen === null ? [] : [sees(seen)];
  const id = vantage?.pidNamespace ?? null;
  const below = [...(id === null ? [] : [kernelName(id)]), ...counted].join(' · ');
  const room = width - 2 * PAD - 16;
  const shown = shortened(name, stale ? room - 60 : room, 15, true);
  return [
    node('circle', {
      cx: x + PAD + 4,
      cy: top + 20,
      r: 4,
      fill: colourOf(container?.id ?? null) ?? palette['line-strong'],
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
function bodyOf(pane: Pane, pen: Pen): { nodes: SvgNode[]; height: number } {
  const { whole, messages, top } = pen;
  const { rows, seen, vantage, name, unplaced } = pane;
  const y = top + HEAD;
  if (rows === null) {
    const { text, command } = blindSpot(whole, vantage, name, messages);
    return wordsOf([text, ...(command === null ? [] : [command])], y, pane, pen);
  }
  if (rows.length === 0) {
    const why = seen === 0 ? messages.processes.empty : messages.filters.nothingHere;
    return wordsOf([why], y, pane, pen);
  }
  const notes = unplaced === 0 ? [] : [messages.processes.unplaced(unplaced)];
  const table = tableOf(rows, y, pane, pen);
  const below = wordsOf(notes, y + table.height, pane, pen);
  return { nodes: [...table.nodes, ...below.nodes], height: table.height + below.height };
}

function wordsOf(texts: readonly string[], y: number, { x, width }: Pane, pen: Pen) {
  const lines = texts.flatMap((text) => wrapped(text, width - 2 * PAD, WORDS.size));
  const nodes = lines.map((line, index) =>
    textLine(line, x + PAD, y + 24 + index * WORDS.line, {
      size: WORDS.size,
      fill: pen.ink.palette['text-dim'],
    }),
  );
  return { nodes, height: lines.length === 0 ? 0 : lines.length * WORDS.line + 20 };
}

function tableOf(rows: readonly SeenProcess[], y: number, pane: Pane, pen: Pen) {
  const { messages, capacity, colourOf, ink } = pen;
  const { x, width } = pane;
  const { palette } = ink;
  const { processes: words } = messages;
  const fits = rows.length <= capacity;
  const shown = fits ? rows : rows.slice(0, capacity - 1);
  const userText = ({ uid }: SeenProcess) => userOf(uid, words);
  const widest = (texts: readonly string[]) =>
    Math.max(...texts.map((text) => monoWidth(text, MONO))) + 14;
  const pids = widest([words.columns.pid, ...shown.map(({ pid }) => String(pid))]);
  const users = widest([words.columns.user, ...shown.map(userText)]);
  const at = { pid: x + PAD, user: x + PAD + pids, command: x + PAD + pids + users };
  const room = x + width - PAD - at.command;
  const head = (text: string, left: number) =>
    textLine(text, left, baseline(y + COLUMNS / 2, 11), {
      size: 11,
      mono: true,
      fill: palette['text-dim'],
    });
  const rule = (height: number) =>
    node('line', { x1: x, x2: x + width, y1: height, y2: height, stroke: palette.line });
  const nodes = [
    head(words.columns.pid, at.pid),
    head(words.columns.user, at.user),
    head(words.columns.command, at.command),
    ...shown.flatMap((row, index) => {
      const { process, pid } = row;
      const from = y + COLUMNS + index * ROW;
      const line = baseline(from + ROW / 2, MONO);
      const mark = process.zombie ? ` ${words.zombie}` : '';
      const command = monoShortened(`${commandOf(process)}${mark}`, room, MONO);
      return [
        rule(from),
        group({ 'data-process': process.pid }, [
          textLine(String(pid), at.pid, line, {
            size: MONO,
            weight: 600,
            mono: true,
            fill: palette.text,
          }),
          textLine(userText(row), at.user, line, { size: MONO, mono: true, fill: palette.text }),
          textLine(command, at.command, line, {
            size: MONO,
            mono: true,
            fill: colourOf(process.container) ?? palette.text,
          }),
        ]),
      ];
    }),
  ];
  const rowsHeight = COLUMNS + shown.length * ROW;
  if (fits) return { nodes, height: rowsHeight + 8 };
  const more = textLine(
    messages.inspector.moreRows(rows.length - shown.length),
    x + PAD,
    baseline(y + rowsHeight + ROW / 2, 12),
    { size: 12, fill: palette['text-dim'] },
  );
  return { nodes: [...nodes, rule(y + rowsHeight), more], height: rowsHeight + ROW + 8 };
}
