import type { Band } from '../../layout/lens-user/placed';
import type { GroupMark } from '../mark';
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
