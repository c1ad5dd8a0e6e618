import { sansWidth } from '../layout/node-text';
import { differenceSigns } from '../facts/differences';
import { goneRows } from '../matrix/gone-rows';
import { itemsOf, type MatrixItem } from '../matrix/items';
import { matrixOf } from '../matrix/matrix';
import { sandboxItems } from '../matrix/sandbox-rows';
import { NAMESPACE_TYPES } from '../model/namespace-type';
import { baseline } from '../scene/baseline';
import { chosenIn } from '../select/chosen';
import { containerColours } from '../select/container-colour';
import { refsOf } from '../model/container-ref';
import { shownSandboxes } from '../select/shown-sandboxes';
import { withoutPauses } from '../select/pauses';
import { suitableGrouping } from '../select/suitable-view';
import { sharingGraph } from '../sharing/graph';
import type { Drawing, FigureContent } from './drawing';
import { heading, MARGIN } from './frame';
import { columnHeads } from './matrix-heads';
import { BESIDE_NAME, COLUMN_HEAD, GROUP, NAME, ROW, type Pen } from './matrix-pen';
import { goneRow } from './matrix-gone';
import { drawItem, hostRow } from './matrix-rows';
import { drawSandboxItem, sandboxItemHeight } from './matrix-sandboxes';
import { sentencesOf } from './matrix-sentences';
import type { SvgNode } from './svg';
import { textLine } from './text';

/** The column of names is at least so wide, and no more than this part of it all. */
const NAMES = { least: 150, most: 0.4 };

/** Containers × types; where more rows than fit, the number of those left out. */
export function matrixFigure(drawing: Drawing): FigureContent {
  const { whole, viewState, size, messages, ink, comparison } = drawing;
  const { snapshot } = withoutPauses(drawing, viewState);
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
    references: refsOf(whole),
    signs: comparison === null ? new Map() : differenceSigns(comparison),
  };
  const sentences = sentencesOf(pen);
  const sandboxes = shownSandboxes(whole, viewState);

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
  for (const row of comparison === null ? [] : goneRows(comparison, whole, messages)) {
    rows.push(goneRow(row, y, pen));
    y += ROW;
  }
  for (const item of sandboxItems(sandboxes, whole)) {
    rows.push(drawSandboxItem(item, y, sandboxes?.chosen ?? null, pen));
    y += sandboxItemHeight(item);
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
    head: title.nodes,
    picture: [
      ...columnHeads(title.bottom, matrix.counts, pen),
      ...hostRow(title.bottom + COLUMN_HEAD, pen),
      ...rows,
      ...sentences.draw(y + 12),
    ],
    legend: [],
  };
}

/** How wide the column of names is: as the longest of those that are drawn, within bounds. */
function namesWidth(drawn: readonly MatrixItem[], room: number): number {
  const widths = drawn.map((item) =>
    item.kind === 'container' ? sansWidth(item.row.name, NAME, true) : 0,
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
