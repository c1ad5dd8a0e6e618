import { DIFFERENCE_SIGNS } from '@lib/scene/difference-signs';
import type { Difference } from '@lib/timeline/difference';

/** Green, red, blue: the sign says the same. */
export const DIFFERENCE_HUES: Record<Difference, string> = {
  appeared: 'var(--good)',
  went: 'var(--bad)',
  changed: 'var(--focus)',
};

/** The sign of what is different, as it stands in the pictures as well. */
export function DifferenceSign({ difference }: { difference: Difference }) {
  return (
    <svg viewBox="0 0 16 16" className="size-[1.14rem] shrink-0" aria-hidden data-sign={difference}>
      <circle
        cx="8"
        cy="8"
        r="7"
        fill="var(--surface)"
        stroke={DIFFERENCE_HUES[difference]}
        strokeWidth="2"
      />
      <path
        d={DIFFERENCE_SIGNS[difference]}
        fill="none"
        stroke={DIFFERENCE_HUES[difference]}
        strokeWidth="1.8"
      />
    </svg>
  );
}
