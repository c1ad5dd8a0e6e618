import { sansWidth, shortened } from '../layout/node-text';
import type { MatrixItem } from '../matrix/items';
import type { MatrixCell, MatrixRow } from '../matrix/row';
import { groupHeading, rowDetail } from '../matrix/words';
import { containerKey } from '../model/ids';
import { HOST } from '../model/host-word';
import { baseline } from '../scene/baseline';
import { plainTint, tintOf } from '../select/container-colour';
import { saidOfHost } from '../sharing/said';
import type { Difference } from '../timeline/difference';
import { differenceNode, SIGN } from './difference-node';
import { MARGIN } from './frame';
import { cellDrawing } from './matrix-cell';
import { BESIDE_NAME, GROUP, NAME, ROW, type Pen } from './matrix-pen';
import { group, node, type SvgNode } from './svg';
import { textLine } from './text';

/** The row of a container, the heading of a group, or the one line of those that are folded. */
export function drawItem(item: MatrixItem, y: number, pen: Pen): SvgNode {
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

/** What all are compared with. */
export function hostRow(y: number, pen: Pen): SvgNode[] {
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
  const { messages, types, tints, references, page, ink } = pen;
  const { container, stale } = row.node;
  const tint = tintOf(tints, container) ?? undefined;
  const colour = tint === undefined ? ink.palette['line-strong'] : plainTint(tint, page);
  const note = stale ? ` · ${messages.sharing.node.stale}` : '';
  const key = containerKey(container);
  const sign = pen.signs.get(key);
  return group({ 'data-container': references.get(key) ?? container.name }, [
    ...rowGround(y, pen.chosen.has(key), pen),
    ...rowName(row.name, `${rowDetail(row, messages).join(' · ')}${note}`, colour, y, pen),
    ...(sign === undefined ? [] : [signBeside(row.name, sign, y, pen)]),
    ...row.cells
      .filter(({ type }) => types.includes(type))
      .map((cell, index) => cellDrawing(cell, index, y, pen)),
  ]);
}

/** Behind the name, or at the end of its column. */
export function signBeside(
  name: string,
  sign: Difference,
  y: number,
  { names, ink: { palette } }: Pen,
): SvgNode {
  const end = Math.min(sansWidth(name, NAME, true) + 20, names - SIGN);
  return differenceNode(sign, { x: MARGIN + end + SIGN / 2, y: y + 16, scale: 1 }, palette);
}

/** What is behind a row that is selected. */
export function rowGround(
  y: number,
  selected: boolean,
  { size, ink: { palette } }: Pen,
): SvgNode[] {
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

/** A name, and a line below it. @param colour of the dot before it; null: none */
export function rowName(
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
