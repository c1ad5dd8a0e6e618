import type { Line, Sign, SpanRole } from '../../layout/lens-net/line';
import { baseline } from '../baseline';
import type { GroupMark, Mark } from '../mark';
import type { NetRole } from './net-role';

const ROLES: Readonly<Record<SpanRole, NetRole>> = {
  name: 'netName',
  plain: 'netPlain',
  dim: 'netDim',
  code: 'netCode',
  dimCode: 'netDimCode',
  address: 'netAddress',
  unknown: 'netUnknown',
  heading: 'netHeading',
  yes: 'netYes',
  no: 'netNo',
  open: 'netOpen',
};

/** Half the room of a sign. */
const HALF = 6;

/** A line of text with its signs; `y` is the upper edge of its room. */
export function lineMarks(line: Line, x: number, y: number): Mark<NetRole>[] {
  const middle = y + line.height / 2;
  const marks: Mark<NetRole>[] = [
    ...line.signs.flatMap(({ sign, x: at }) => signMarks(sign, x + at + HALF, middle)),
    ...line.spans.map((span) =>
      found(span.data, [
        {
          kind: 'text',
          role: ROLES[span.role],
          x: x + span.x,
          y: baseline(middle, span.size),
          size: span.size,
          text: span.text,
        },
      ]),
    ),
  ];
  return [found(line.data, marks)];
}

/** Lines one below the other. */
export function stackedLines(lines: readonly Line[], x: number, y: number): Mark<NetRole>[] {
  let top = y;
  return lines.flatMap((line) => {
    const marks = lineMarks(line, x, top);
    top += line.height;
    return marks;
  });
}

/** Marks that scripts find by what is told of them. */
export function found(data: Line['data'], marks: readonly Mark<NetRole>[]): GroupMark<NetRole> {
  return { kind: 'group', role: 'part', data, children: marks };
}

/** A sign around a point. */
export function signMarks(sign: Sign, x: number, y: number): Mark<NetRole>[] {
  switch (sign) {
    case 'up':
      return [{ kind: 'circle', role: 'device', is: ['up'], cx: x, cy: y, r: 4.5 }];
    case 'down':
      return [{ kind: 'circle', role: 'device', is: ['down'], cx: x, cy: y, r: 4 }];
    case 'unseen':
      return [{ kind: 'circle', role: 'device', is: ['unseen'], cx: x, cy: y, r: 4 }];
    case 'arrow':
      return [
        {
          kind: 'path',
          role: 'arrow',
          d: `M${x - 6},${y}H${x + 5}M${x + 1},${y - 3.5}L${x + 5},${y}L${x + 1},${y + 3.5}`,
        },
      ];
    case 'shield':
      return [{ kind: 'path', role: 'shield', d: shield(x, y) }];
    case 'shieldOff':
      return [
        { kind: 'path', role: 'shield', is: ['off'], d: shield(x, y) },
        { kind: 'path', role: 'shield', is: ['off'], d: `M${x - 6},${y - 6}L${x + 6},${y + 6}` },
      ];
    case 'tick':
      return [
        {
          ...{ kind: 'path', role: 'tick' },
          d: `M${x - 4.5},${y + 0.5}L${x - 1.5},${y + 4}L${x + 5},${y - 4}`,
        },
      ];
    case 'barred':
      return [
        { kind: 'circle', role: 'barred', cx: x, cy: y, r: 6 },
        { kind: 'path', role: 'barred', d: `M${x - 4.2},${y - 4.2}L${x + 4.2},${y + 4.2}` },
      ];
    case 'query':
      return [
        { kind: 'circle', role: 'query', cx: x, cy: y, r: 6.5 },
        { kind: 'text', role: 'queryText', x, y: baseline(y, 11), size: 11, text: '?' },
      ];
  }
}

function shield(x: number, y: number): string {
  return `M${x},${y - 6}L${x + 5},${y - 4}V${y}Q${x + 5},${y + 4} ${x},${y + 6}Q${x - 5},${y + 4} ${x - 5},${y}V${y - 4}Z`;
}
