import { sansWidth, shortened } from '../layout/node-text';
import { sharingGraph } from '../sharing/graph';
import { itemsOf, type MatrixItem } from '../matrix/items';
import { matrixOf } from '../matrix/matrix';
import type { MatrixCell, MatrixRow } from '../matrix/row';
import { cellWord, groupHeading, rowDetail } from '../matrix/words';
import { inodeOf, containerKey, type ContainerKey } from '../model/ids';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import { chosenIn } from '../select/chosen';
import { containerColours, plainTint, tintOf } from '../select/container-colour';
import { suitableGrouping } from '../select/suitable-view';
import { refOf } from '../select/vantage';
import { HOST } from '../model/host-word';
import { saidOfHost } from '../sharing/said';
import { sharingSentences } from './description';
import type { Drawing, FigureContent } from './drawing';
import { heading, MARGIN } from './frame';
import { mix } from './palette';
import { group, node, type SvgNode } from './svg';
import { baseline } from '../scene/baseline';
import { textLine, wrapped } from './text';

const ROW = 46;
const GROUP = 34;
/** Names of the types and how many are what. */
const COLUMN_HEAD = 56;
/** The size of a name, and what is beside it in its column. */
const NAME = 13;
const BESIDE_NAME = 26;
const CELL = { gap: 8, pad: 4 };
/** The column of names is at least so wide, and no more than this part of it all. */
const NAMES = { least: 150, most: 0.4 };
const SENTENCE = { size: 13, line: 20, narrowest: 440 };

interface Pen extends Drawing {
  chosen: ReadonlySet<string>;
  types: readonly NamespaceType[];
  /** Widths of the column of names and of one of cells. */
  names: number;
  cell: number;
  tints: ReadonlyMap<ContainerKey, string>;
}

/** Containers × types; where more rows than fit, the number of those left out. */
export function matrixFigure(drawing: Drawing): FigureContent {
  const { snapshot, whole, viewState, size, messages, ink } = drawing;
  const { palette } = ink;
  const title = heading(messages.matrix.title, null, size, palette);
  const graph = sharingGraph(snapshot, undefined, whole);
  const grouping = viewState.grouping ?? suitableGrouping(whole);
  const matrix = matrixOf(whole, graph, { grouping, order: viewState.order });
  const types = NAMESPACE_TYPES.filter((type) => viewState.types.includes(type));
  const chosen = chosenIn(whole, viewState.select);
  const { drawn, left } = drawnOf(itemsOf(matrix, viewState.allStopped, chosen), viewState.allRows);
  const room = size.width - 2 * MARGIN;
  const names = namesWidth(drawn, room);
  const pen: Pen = {
    ...drawing,
    types,
    names,
    cell: (room - names) / Math.max(1, types.length),
    chosen,
    tints: containerColours(whole),
  };
  const sentences = sentencesOf(pen);

  const rows: SvgNode[] = [];
  let y = title.bottom + COLUMN_HEAD + ROW;
  for (const item of drawn) {
    rows.push(drawItem(item, y, pen));
    y += item.kind === 'heading' ? GROUP : ROW;
  }
  if (left > 0) {
    rows.push(
      textLine(messages.inspector.moreRows(left), MARGIN + 14, baseline(y + 14, 12), {
        size: 12,
        fill: palette['text-dim'],
      }),
    );
    y += 28;
  }
  if (graph.nodes.length === 0) {
    rows.push(
      textLine(messages.figure.noContainer, MARGIN + 14, baseline(y + 14, 13), {
        size: 13,
        fill: palette['text-dim'],
      }),
    );
    y += 28;
  }
  return {
    title: messages.matrix.title,
    size: { width: size.width, height: y + 12 + sentences.height + MARGIN },
    defs: [],
    content: [
      ...title.nodes,
      ...columnHeads(title.bottom, matrix.counts, pen),
      ...hostRow(title.bottom + COLUMN_HEAD, pen),
      ...rows,
      ...sentences.draw(y + 12),
    ],
  };
}

function drawItem(item: MatrixItem, y: number, pen: Pen): SvgNode {
  if (item.kind === 'container') return containerRow(item.row, y, pen);
  const { messages, ink } = pen;
  const text = { size: 13, weight: 600, fill: ink.palette.text };
  if (item.kind === 'heading') {
    const heading = groupHeading(item.title, messages.matrix);
    const count = messages.matrix.rows(item.count);
    return textLine(`${heading} · ${count}`, MARGIN, y + GROUP - 9, text);
  }
  return group({ 'data-folded-count': item.folded }, [
    textLine(
      messages.model.stoppedCount(item.count),
      MARGIN + 14,
      baseline(y + ROW / 2, NAME),
      text,
    ),
  ]);
}

/** How wide the column of names is: as the longest of those that are drawn, within bounds. */
function namesWidth(drawn: readonly MatrixItem[], room: number): number {
  const widths = drawn.map((item) =>
    item.kind === 'container' ? sansWidth(item.row.node.container.name, NAME, true) : 0,
  );
  const longest = widths.reduce((most, width) => Math.max(most, width), 0);
  return Math.min(room * NAMES.most, Math.max(NAMES.least, longest + BESIDE_NAME));
}

/** So many containers are drawn without being asked for all of them. */
const MOST = 100;

/** The items that are drawn, and how many containers are not. */
function drawnOf(items: readonly MatrixItem[], all: boolean) {
  const count = items.filter(({ kind }) => kind === 'container').length;
  if (all || count <= MOST) return { drawn: items, left: 0 };
  let shown = 0;
  const drawn = items.filter(({ kind }) => {
    if (kind === 'stopped') return true;
    if (shown >= MOST) return false;
    if (kind === 'container') shown += 1;
    return true;
  });
  return { drawn, left: count - shown };
}

/** The sentences in as many columns as there is room for, filled one after the other. */
function sentencesOf(pen: Pen) {
  const { snapshot, whole, messages, size, ink } = pen;
  const { palette } = ink;
  const room = size.width - 2 * MARGIN;
  const columns = Math.max(1, Math.floor(room / SENTENCE.narrowest));
  const width = room / columns;
  const sentences = sharingSentences(snapshot, whole, messages).map((sentence) =>
    wrapped(sentence, width - 24, SENTENCE.size),
  );
  if (sentences.length === 0) return { height: 0, draw: () => [] };
  // A sentence stays whole: it goes where the columns before it are filled evenly.
  const even = Math.ceil(sentences.flat().length / columns);
  const filled: string[][] = [[]];
  for (const lines of sentences) {
    if ((filled.at(-1)?.length ?? 0) >= even) filled.push([]);
    filled.at(-1)?.push(...lines);
  }
  const rows = Math.max(...filled.map((lines) => lines.length));
  const draw = (y: number) => [
    node('line', { x1: MARGIN, x2: size.width - MARGIN, y1: y, y2: y, stroke: palette.line }),
    ...filled.flatMap((lines, column) =>
      lines.map((line, row) =>
        textLine(line, MARGIN + column * width, y + 28 + row * SENTENCE.line, {
          size: SENTENCE.size,
          fill: palette.text,
        }),
      ),
    ),
  ];
  return { height: rows * SENTENCE.line + 20, draw };
}

function columnHeads(
  top: number,
  counts: ReturnType<typeof matrixOf>['counts'],
  { types, names, cell, messages, ink: { palette } }: Pen,
): SvgNode[] {
  return types.flatMap((type, index) => {
    const x = MARGIN + names + (index + 0.5) * cell;
    const width = type.length * 7.6;
    return [
      node('circle', {
        cx: x - width / 2 - 5,
        cy: top + 11,
        r: 4,
        fill: palette[`type-${type}`],
      }),
      textLine(type, x + 4, baseline(top + 11, 13), {
        size: 13,
        weight: 600,
        anchor: 'middle',
        fill: palette.text,
      }),
      ...messages.matrix.counts(counts[type]).map((count, line) =>
        textLine(shortened(count, cell - 4, 11), x, top + 30 + line * 14, {
          size: 11,
          anchor: 'middle',
          fill: palette['text-dim'],
        }),
      ),
    ];
  });
}

function hostRow(y: number, pen: Pen): SvgNode[] {
  const { whole, messages, types } = pen;
  const { namespaces } = whole.host;
  const detail = messages.matrix.processes(whole.processes.length);
  const cells = types.map((type): MatrixCell => {
    const namespace = namespaces[type];
    const sharing = saidOfHost(whole.host, type);
    return { type, sharing, said: sharing, namespace, letter: null };
  });
  return [
    group({ 'data-container': HOST }, [
      ...rowGround(y, pen.chosen.has(HOST), pen),
      ...rowName(messages.model.host, detail, null, y, pen),
      ...cells.map((cell, index) => cellDrawing(cell, index, y, pen)),
    ]),
  ];
}

function containerRow(row: MatrixRow, y: number, pen: Pen): SvgNode {
  const { whole, messages, types, tints, page, ink } = pen;
  const { container, stale } = row.node;
  const tint = tintOf(tints, container) ?? undefined;
  const colour = tint === undefined ? ink.palette['line-strong'] : plainTint(tint, page);
  const note = stale ? ` · ${messages.sharing.node.stale}` : '';
  return group({ 'data-container': refOf(whole, container) }, [
    ...rowGround(y, pen.chosen.has(containerKey(container)), pen),
    ...rowName(container.name, `${rowDetail(row, messages).join(' · ')}${note}`, colour, y, pen),
    ...row.cells
      .filter(({ type }) => types.includes(type))
      .map((cell, index) => cellDrawing(cell, index, y, pen)),
  ]);
}

function rowGround(y: number, selected: boolean, { size, ink: { palette } }: Pen): SvgNode[] {
  if (!selected) return [];
  return [
    node('rect', {
      x: MARGIN - 8,
      y,
      width: size.width - 2 * MARGIN + 16,
      height: ROW,
      rx: 8,
      fill: palette['surface-selected'],
    }),
  ];
}

function rowName(
  text: string,
  detail: string,
  colour: string | null,
  y: number,
  { names, ink: { palette } }: Pen,
): SvgNode[] {
  const width = names - BESIDE_NAME + 1;
  return [
    ...(colour === null
      ? []
      : [node('circle', { cx: MARGIN + 4, cy: y + 16, r: 4, fill: colour })]),
    textLine(shortened(text, width, NAME, true), MARGIN + 14, baseline(y + 16, NAME), {
      size: NAME,
      weight: 600,
      fill: palette.text,
    }),
    textLine(shortened(detail, width, 11), MARGIN + 14, baseline(y + 32, 11), {
      size: 11,
      fill: palette['text-dim'],
    }),
  ];
}

/** How the cell of a kind is drawn: its edge, its ground, its words. */
function cellLook({ type, sharing }: MatrixCell, { ink: { palette } }: Pen) {
  const hue = palette[`type-${type}`];
  switch (sharing) {
    case 'own':
      return {
        shape: { fill: mix(hue, 16, palette.ground), stroke: mix(hue, 60, palette.ground) },
        text: palette.text,
      };
    case 'shared':
      return { shape: { fill: hue, stroke: hue }, text: palette['on-type'] };
    case 'host':
      return {
        shape: { fill: 'none', stroke: palette['line-strong'], 'stroke-dasharray': '4 3' },
        text: palette['text-dim'],
      };
    case 'unknown':
      return {
        shape: {
          fill: 'none',
          stroke: hue,
          'stroke-width': 2,
          'stroke-dasharray': '0.1 4',
          'stroke-linecap': 'round',
        },
        text: palette[`type-${type}-text`],
      };
    case 'none':
    case 'absent':
      return { shape: null, text: palette['text-dim'] };
  }
}

function cellDrawing(cell: MatrixCell, index: number, y: number, pen: Pen): SvgNode {
  const { names, cell: width, messages, chosen, ink } = pen;
  const { type, sharing, namespace } = cell;
  const { shape, text } = cellLook(cell, pen);
  const x = MARGIN + names + index * width + CELL.gap / 2;
  const box = { x, y: y + CELL.pad, width: width - CELL.gap, height: ROW - 2 * CELL.pad, rx: 7 };
  const middle = x + box.width / 2;
  const lit = namespace !== null && chosen.has(namespace);
  return group({ 'data-type': type, 'data-sharing': sharing, 'data-namespace': namespace }, [
    ...(shape === null ? [] : [node('rect', { ...box, ...shape })]),
    ...(lit
      ? [
          node('rect', {
            x: box.x - 2,
            y: box.y - 2,
            width: box.width + 4,
            height: box.height + 4,
            rx: 9,
            fill: 'none',
            stroke: ink.palette.text,
            'stroke-width': 2,
          }),
        ]
      : []),
    textLine(
      shortened(cellWord(cell, messages.matrix), box.width - 6, 13, true),
      middle,
      baseline(y + (namespace === null ? ROW / 2 : 16), 13),
      { size: 13, weight: 650, anchor: 'middle', fill: text },
    ),
    ...(namespace === null
      ? []
      : [
          textLine(`…${inodeOf(namespace).slice(-4)}`, middle, baseline(y + 31, 10), {
            size: 10,
            anchor: 'middle',
            mono: true,
            fill: text,
          }),
        ]),
  ]);
}
