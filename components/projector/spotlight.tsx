import { useEffect, useState, type RefObject } from 'react';
import styles from './projector.module.css';
import { spotsOn, type Pointed, type Spot } from './spots';

/** Darkens all but what is selected, pointed at, or has the focus; where that is nothing, all is seen. */
export function Spotlight({ ground }: { ground: RefObject<HTMLElement | null> }) {
  const spots = useSpots(ground);
  if (spots.length === 0) return null;
  return (
    <svg data-spotlight={spots.length} aria-hidden className={styles.spotlight}>
      <mask id="nsview-spotlight">
        <rect width="100%" height="100%" fill="#fff" />
        {spots.map((spot, nth) => (
          <rect key={nth} {...spot} fill="#000" />
        ))}
      </mask>
      <rect width="100%" height="100%" className={styles.dark} mask="url(#nsview-spotlight)" />
      {spots.map((spot, nth) => (
        <rect key={nth} {...spot} className={styles.edgeOfLight} />
      ))}
    </svg>
  );
}

/** Looked for in each frame: what is lit moves as the picture does. */
function useSpots(ground: RefObject<HTMLElement | null>): readonly Spot[] {
  const [spots, setSpots] = useState<readonly Spot[]>([]);
  useEffect(() => {
    let pointed: Pointed | null = null;
    const point = ({ clientX: x, clientY: y, target }: PointerEvent) => {
      pointed = { x, y, on: target instanceof Element ? target : null };
    };
    const leave = () => {
      pointed = null;
    };
    let last = '';
    let frame = 0;
    const look = () => {
      const found = ground.current === null ? [] : spotsOn(ground.current, pointed);
      const written = JSON.stringify(found);
      if (written !== last) setSpots(found);
      last = written;
      frame = requestAnimationFrame(look);
    };
    look();
    window.addEventListener('pointermove', point);
    window.addEventListener('pointerdown', point);
    document.documentElement.addEventListener('pointerleave', leave);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('pointermove', point);
      window.removeEventListener('pointerdown', point);
      document.documentElement.removeEventListener('pointerleave', leave);
    };
  }, [ground]);
  return spots;
}
