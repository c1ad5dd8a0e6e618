import type { LegendSign, NetLayout } from '../../layout/lens-net/placed';
import { baseline } from '../baseline';
import type { Mark } from '../mark';
import { signMarks } from './net-line';
import type { NetRole } from './net-role';

/** What the signs of the picture mean. */
export function legendMarks({ legend }: NetLayout): Mark<NetRole>[] {
  return legend.entries.flatMap(({ sign, text, x, y, textX }) => [
    ...legendSign(sign, x, y),
    { kind: 'text', role: 'netDim', x: textX, y: baseline(y, 12), size: 12, text } as const,
  ]);
}

function legendSign(sign: LegendSign, x: number, y: number): Mark<NetRole>[] {
  switch (sign) {
    case 'wire':
      return [
        { kind: 'path', role: 'wire', d: `M${x + 4},${y}H${x + 26}` },
        { kind: 'circle', role: 'device', is: ['wired'], cx: x + 4, cy: y, r: 5 },
        { kind: 'rect', role: 'plug', x: x + 23, y: y - 4, width: 8, height: 8, rx: 1.5 },
      ];
    case 'rail':
      return [{ kind: 'rect', role: 'rail', x, y: y - 5, width: 22, height: 10, rx: 3 }];
    case 'port':
      return [{ kind: 'rect', role: 'tab', x, y: y - 6, width: 22, height: 12, rx: 3 }];
    case 'chip':
      return [
        { kind: 'rect', role: 'outline', hue: 'net', x, y: y - 6, width: 22, height: 12, rx: 3 },
      ];
    case 'published':
      return [
        {
          ...{ kind: 'path', role: 'published' },
          d: `M${x + 5},${y + 7}V${y - 6}M${x + 1},${y - 2}L${x + 5},${y - 7}L${x + 9},${y - 2}`,
        },
      ];
    default:
      return signMarks(sign, x + 6, y);
  }
}
