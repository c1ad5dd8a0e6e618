import type { Mark } from '../mark';
import type { UserRole } from './user-role';

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
