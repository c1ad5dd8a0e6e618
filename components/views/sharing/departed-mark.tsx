import { CONTAINER_RING, STOPPED_RING } from '@lib/layout/ring';
import type { Departed } from './picture';
import styles from './sharing.module.css';

interface DepartedMarkProps {
  departed: Departed;
  onEnd: (key: string) => void;
}

/** What has gone, no part of the data any more: a tie is drawn back, then an outline fades out. */
export function DepartedMark({ departed, onEnd }: DepartedMarkProps) {
  const shared = { 'aria-hidden': true, onAnimationEnd: () => onEnd(departed.key) };
  if ('tie' in departed) {
    const { type, path } = departed.tie;
    return (
      <path {...shared} className={styles.departedTie} data-hue={type} d={path} pathLength={1} />
    );
  }
  const { x, y, room } = departed.place;
  const placed = { ...shared, className: styles.departed, transform: `translate(${x},${y})` };
  if (room === 'hub') return <path {...placed} d="M0,-13L13,0L0,13L-13,0Z" />;
  return <circle {...placed} r={(room === 'stopped' ? STOPPED_RING : CONTAINER_RING).outer} />;
}
