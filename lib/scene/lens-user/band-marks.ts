import { BAND_TEXT, SIGN } from '../../layout/lens-user/place-bands';
import type { Band, BandText } from '../../layout/lens-user/placed';
import type { GroupMark, Mark } from '../mark';
import type { UserRole } from './user-role';

/** How far apart the lines of the hatching are, along a ruler. */
const HATCH = 8;

/** Where ids of one row of a map lead: hatched where each stands for itself, pale where for another. */
export function bandMark({ of, row, identity, parts, top, bottom }: Band): GroupMark<UserRole> {
  const d = parts
    .map(({ from, to }) => `M${from[0]},${top}H${from[1]}L${to[1]},${bottom}H${to[0]}Z`)
    .join('');
  return {
    kind: 'group',
    role: 'band',
    hue: 'user',
    data: { band: row === null ? null : row.join(' '), of: of.join(' ') },
    children: [
      {
        kind: 'path',
        role: 'bandPart',
        is: identity ? ['identity'] : [],
        d,
      },
      ...(identity
        ? [{ kind: 'path', role: 'hatch', d: hatching(parts, top, bottom) } as const]
        : []),
    ],
  };
}

/** Slanting lines in upright parts: a pattern would need a name in every document. */
function hatching(parts: Band['parts'], top: number, bottom: number): string {
  const strokes: string[] = [];
  for (const {
    from: [left, right],
  } of parts) {
    const first = Math.ceil((left + top) / HATCH) * HATCH;
    for (let sum = first; sum < right + bottom; sum += HATCH) {
      const [a, b] = [Math.min(right, sum - top), Math.max(left, sum - bottom)];
      strokes.push(`M${a},${sum - a}L${b},${sum - b}`);
    }
  }
  return strokes.join('');
}

/** What is said of root in a band. */
export function bandTextMarks({ same, lines }: BandText): Mark<UserRole>[] {
  const is = same ? ['warn'] : [];
  const [first] = lines;
  const sign = first === undefined || !same ? [] : warningSign(first.x - SIGN, first.y - 14);
  return [
    ...sign,
    ...lines.map(({ text, x, y }): Mark<UserRole> => ({
      kind: 'text',
      role: 'bandText',
      is,
      ...{ x, y, size: BAND_TEXT.size, text },
    })),
  ];
}

/** A triangle with an exclamation mark, 18 wide. */
export function warningSign(x: number, y: number): Mark<UserRole>[] {
  return [
    {
      kind: 'path',
      role: 'sign',
      d: `M${x + 9},${y + 1}L${x + 17.5},${y + 16}H${x + 0.5}ZM${x + 9},${y + 6}V${y + 11}M${x + 9},${y + 13.2}v0.4`,
    },
  ];
}
