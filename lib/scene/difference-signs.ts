import type { Point } from '../layout/geometry';
import type { Difference } from '../timeline/difference';

/** Plus, minus, not equal, in a circle: each a path in a square of 16. */
export const DIFFERENCE_SIGNS: Record<Difference, string> = {
  appeared: 'M8,4V12M4,8H12',
  went: 'M4,8H12',
  changed: 'M4,6.5H12M4,9.5H12M9.8,4L6.2,12',
};

/** Where the middle of a sign is, seen from that of a thing: at the upper left of a ring, beside a diamond. */
export const SIGN_AT: Readonly<Record<'ring' | 'hub', Point>> = {
  ring: { x: -38, y: -38 },
  hub: { x: 27, y: 0 },
};

/** How much larger than its square a sign is in a picture. */
export const SIGN_SCALE = 1.5;
