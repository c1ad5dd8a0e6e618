import { strokePath } from '@lib/layout/stroke-path';
import styles from './projector.module.css';
import type { Strokes } from './use-strokes';

/** Lines drawn by hand above the picture. While it is on, a pointer draws and does nothing else. */
export function Marker({ strokes, isOn }: { strokes: Strokes; isOn: boolean }) {
  return (
    <svg
      data-marker={isOn ? 'on' : 'off'}
      aria-hidden
      className={`${styles.marker} ${isOn ? styles.draws : ''}`}
      {...(isOn ? strokes.draw : {})}
    >
      {strokes.drawn.map(({ id, points }) => {
        const d = strokePath(points);
        return (
          <g key={id} data-stroke={points.length}>
            <path d={d} className={styles.edge} />
            <path d={d} className={styles.line} />
          </g>
        );
      })}
    </svg>
  );
}
