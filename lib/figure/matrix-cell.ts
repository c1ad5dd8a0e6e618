import { shortened } from '../layout/node-text';
import { firstThatFits } from '../matrix/company';
import type { MatrixCell } from '../matrix/row';
import { cellWords } from '../matrix/words';
import { inodeOf } from '../model/ids';
import { baseline } from '../scene/baseline';
import { MARGIN } from './frame';
import { ROW, type Pen } from './matrix-pen';
import { mix } from './palette';
import { group, node, type SvgNode } from './svg';
import { textLine } from './text';

const CELL = { gap: 8, pad: 4 };
const WORD = 13;

/** @param index of its column; `y` is where its row begins */
export function cellDrawing(cell: MatrixCell, index: number, y: number, pen: Pen): SvgNode {
  const { names, cell: width, messages, chosen, ink } = pen;
  const { type, sharing, namespace } = cell;
  const { shape, text } = cellLook(cell, pen);
  const x = MARGIN + names + index * width + CELL.gap / 2;
  const box = { x, y: y + CELL.pad, width: width - CELL.gap, height: ROW - 2 * CELL.pad, rx: 7 };
  const middle = x + box.width / 2;
  const room = box.width - 6;
  const word = firstThatFits(cellWords(cell, messages.matrix), room, WORD, true);
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
      shortened(word, room, WORD, true),
      middle,
      baseline(y + (namespace === null ? ROW / 2 : 16), WORD),
      { size: WORD, weight: 650, anchor: 'middle', fill: text },
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
