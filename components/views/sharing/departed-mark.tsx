import { CONTAINER_RING, STOPPED_RING } from '@lib/layout/ring';
import type { Departed } from './use-picture';
import styles from './sharing.module.css';

interface DepartedMarkProps {
  departed: Departed;
  onEnd: (key: string) => void;
}

/** The outline of something that has gone, fading out; no part of the data any more. */
export function DepartedMark({ departed: { key, place }, onEnd }: DepartedMarkProps) {
  const shared = {
    className: styles.departed,
    transform: `translate(${place.x},${place.y})`,
    'aria-hidden': true,
    onAnimationEnd: () => onEnd(key),
  };
  if (place.room === 'hub') return <path {...shared} d="M0,-13L13,0L0,13L-13,0Z" />;
  return (
    <circle {...shared} r={(place.room === 'stopped' ? STOPPED_RING : CONTAINER_RING).outer} />
  );
}
