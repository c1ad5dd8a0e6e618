import { shortened } from '../layout/node-text';
import type { matrixOf } from '../matrix/matrix';
import { baseline } from '../scene/baseline';
import { MARGIN } from './frame';
import type { Pen } from './matrix-pen';
import { node, type SvgNode } from './svg';
import { textLine } from './text';

/** Above each column its type, and how many are what. */
export function columnHeads(
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
