import { DIFFERENCE_SIGNS, SIGN_SCALE } from '@lib/scene/difference-signs';
import type { Difference } from '@lib/timeline/difference';
import { DIFFERENCE_HUES } from './difference-sign';

/** The same sign in a picture, with its middle at a place of it. */
export function DifferenceMark(props: { difference: Difference; x: number; y: number }) {
  const { difference, x, y } = props;
  const stroke = DIFFERENCE_HUES[difference];
  return (
    <g
      transform={`translate(${x},${y}) scale(${SIGN_SCALE}) translate(-8,-8)`}
      data-sign={difference}
      aria-hidden
    >
      <circle cx="8" cy="8" r="7" fill="var(--surface)" stroke={stroke} strokeWidth="1.8" />
      <path d={DIFFERENCE_SIGNS[difference]} fill="none" stroke={stroke} strokeWidth="1.8" />
    </g>
  );
}
