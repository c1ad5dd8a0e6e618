import { memo } from 'react';
import { Marks, placeOf, saidOf } from '@components/canvas/marks';
import type { LensRole } from '@lib/scene/lens-role';
import type { Thing } from '@lib/scene/mark';
import styles from './lens.module.css';

interface LensDotProps {
  dot: Thing<LensRole>;
  lit: boolean;
}

/** A process that can be pointed at and walked to. */
export const LensDot = memo(function LensDot({ dot, lit }: LensDotProps) {
  const { key, sentence, selected, drawing } = dot;
  return (
    <g
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      data-key={key}
      data-lit={lit}
      {...saidOf(drawing, styles)}
      transform={placeOf(drawing.at)}
    >
      <title>{sentence}</title>
      <g aria-hidden>
        <Marks of={drawing.children} styles={styles} />
      </g>
    </g>
  );
});
