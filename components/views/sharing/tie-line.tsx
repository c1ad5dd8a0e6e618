import { memo, useRef } from 'react';
import { saidOf } from '@components/canvas/marks';
import type { PathMark } from '@lib/scene/mark';
import type { SharingRole } from '@lib/scene/sharing-role';
import { useArrival } from './arrival';
import styles from './sharing.module.css';

interface TieLineProps {
  mark: PathMark<SharingRole>;
  faded: boolean;
}

/** A tie, and around it as much room as a hand needs to point at it. */
export const TieLine = memo(function TieLine({ mark, faded }: TieLineProps) {
  const line = useRef<SVGPathElement>(null);
  useArrival(line, 'tie');
  const said = saidOf(mark, styles);
  const isStale = mark.is?.includes('stale') === true;
  return (
    <g {...said} className={`${said.className ?? ''} ${faded ? styles.faded : ''}`}>
      <path className={styles.reach} d={mark.d} />
      <path ref={line} className={styles.line} d={mark.d} pathLength={isStale ? undefined : 1} />
    </g>
  );
});
