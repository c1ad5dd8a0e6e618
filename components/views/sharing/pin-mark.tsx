import styles from './sharing.module.css';

/** On something that a person has moved: it stays there. */
export function PinMark({ x, y }: { x: number; y: number }) {
  return (
    <g className={styles.pin} transform={`translate(${x},${y})`} aria-hidden>
      <circle r="9" />
      <path d="M-2.6,-5.2h5.2l-0.7,4l2.3,2.4h-8.4l2.3,-2.4zM0,1.2v4.4" />
    </g>
  );
}
