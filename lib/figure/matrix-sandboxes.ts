import type { SandboxItem } from '../matrix/sandbox-rows';
import { baseline } from '../scene/baseline';
import { MARGIN } from './frame';
import { cellDrawing } from './matrix-cell';
import { GROUP, NAME, ROW, type Pen } from './matrix-pen';
import { rowGround, rowName, signBeside } from './matrix-rows';
import { group, node, type SvgNode } from './svg';
import { textLine } from './text';

/** How high an item is: a heading is lower than a row. */
export function sandboxItemHeight(item: SandboxItem): number {
  return item.kind === 'sandboxes' && item.fold === null ? GROUP : ROW;
}

/** The heading of the sandboxes, the one line of those that are folded, or the row of one. */
export function drawSandboxItem(
  item: SandboxItem,
  y: number,
  chosen: string | null,
  pen: Pen,
): SvgNode {
  const { messages, types, ink } = pen;
  const words = messages.sandboxes;
  if (item.kind === 'sandboxes') {
    const text = { size: 13, weight: 600, fill: ink.palette.text };
    const count = words.count(item.count);
    if (item.fold === null) {
      return textLine(`${words.heading} · ${count}`, MARGIN, y + GROUP - 9, text);
    }
    return group({ 'data-folded-count': item.fold.folded }, [
      textLine(count, MARGIN + 14, baseline(y + ROW / 2, NAME), text),
    ]);
  }
  const { sandbox, cells } = item.row;
  const { key, name, named, top, processes } = sandbox;
  const sign = pen.signs.get(key);
  return group({ 'data-sandbox': top.pid }, [
    ...rowGround(y, key === chosen, pen),
    node('rect', {
      ...{ x: MARGIN + 1, y: y + 13, width: 6, height: 6 },
      ...{ fill: 'none', stroke: ink.palette['line-strong'], 'stroke-width': 2 },
    }),
    ...rowName(name, words.detail(named, top.pid, processes.length), null, y, pen),
    ...(sign === undefined ? [] : [signBeside(name, sign, y, pen)]),
    ...cells
      .filter(({ type }) => types.includes(type))
      .map((cell, index) => cellDrawing(cell, index, y, pen)),
  ]);
}
