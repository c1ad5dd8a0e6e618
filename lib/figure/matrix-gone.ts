import { shortened } from '../layout/node-text';
import { firstThatFits } from '../matrix/company';
import type { GoneRow } from '../matrix/gone-rows';
import { inodeOf } from '../model/ids';
import { baseline } from '../scene/baseline';
import { differenceNode } from './difference-node';
import { MARGIN } from './frame';
import { BESIDE_NAME, NAME, ROW, type Pen } from './matrix-pen';
import { group, node, type SvgNode } from './svg';
import { textLine } from './text';

const CELL = { gap: 8, pad: 4 };

/** The row of what is gone: lines alone, without a colour. */
export function goneRow({ name, image, cells }: GoneRow, y: number, pen: Pen): SvgNode {
  const { names, cell: width, types, ink } = pen;
  const { palette } = ink;
  const dim = { fill: palette['text-dim'] };
  const room = names - BESIDE_NAME - 4;
  const wordRoom = width - CELL.gap - 6;
  return group({ 'data-gone': name }, [
    differenceNode('went', { x: MARGIN + 6, y: y + 16, scale: 1 }, palette),
    textLine(shortened(name, room, NAME, true), MARGIN + 20, baseline(y + 16, NAME), {
      ...{ size: NAME, weight: 600, ...dim },
    }),
    textLine(shortened(image, room, 11), MARGIN + 20, baseline(y + 32, 11), { size: 11, ...dim }),
    ...cells
      .filter(({ type }) => types.includes(type))
      .flatMap(({ words, namespace }, index) => {
        const x = MARGIN + names + index * width + CELL.gap / 2;
        const middle = x + (width - CELL.gap) / 2;
        const isAlone = namespace === null;
        return [
          node('rect', {
            ...{ x, y: y + CELL.pad, width: width - CELL.gap, height: ROW - 2 * CELL.pad, rx: 7 },
            ...{ fill: 'none', stroke: palette['line-strong'], 'stroke-dasharray': '3 3' },
          }),
          textLine(
            shortened(firstThatFits(words, wordRoom, NAME), wordRoom, NAME),
            middle,
            baseline(y + (isAlone ? ROW / 2 : 16), NAME),
            { size: NAME, anchor: 'middle', ...dim },
          ),
          ...(isAlone
            ? []
            : [
                textLine(`…${inodeOf(namespace).slice(-4)}`, middle, baseline(y + 31, 10), {
                  ...{ size: 10, anchor: 'middle', mono: true, ...dim },
                }),
              ]),
        ];
      }),
  ]);
}
