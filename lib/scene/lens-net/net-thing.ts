import type { Block } from '../../layout/lens-net/blocks';
import { heightOf } from '../../layout/lens-net/line';
import type { Thing } from '../mark';
import { found, stackedLines } from './net-line';
import type { NetRole } from './net-role';

/** What lines say in full, and what is said of them besides. */
export function sentencesOf({ lines, tip }: Block): string[] {
  return [
    ...lines.flatMap(({ whole }) => (whole === '' ? [] : [whole])),
    ...(tip === null ? [] : [tip]),
  ];
}

/** Lines that belong together, as something that can be pointed at: it tells what is cut, and more. */
export function blockThing(
  key: string,
  block: Block,
  at: { x: number; y: number },
): Thing<NetRole> {
  const { lines, data } = block;
  const width = Math.max(0, ...lines.map((line) => line.width));
  return {
    key: `fact ${key}`,
    identity: `fact ${key}`,
    sentence: sentencesOf(block).join('; '),
    selected: false,
    drawing: {
      kind: 'group',
      role: 'netThing',
      children: [
        {
          ...{ kind: 'rect', role: 'thingGround', rx: 4 },
          ...{ x: at.x - 3, y: at.y, width: width + 6, height: heightOf(lines) },
        },
        found(data, stackedLines(lines, at.x, at.y)),
      ],
    },
  };
}
