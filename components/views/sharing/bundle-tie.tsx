import { memo } from 'react';
import { useMessages } from '@components/store/messages';
import type { NamespaceType } from '@lib/model/namespace-type';
import styles from './sharing.module.css';

interface BundleTieProps {
  type: NamespaceType;
  count: number;
  /** Half the width of its number's pill. */
  half: number;
  /** Where it leaves the host's arc, and where its number stands. */
  fromX: number;
  fromY: number;
  x: number;
  y: number;
  open: boolean;
  faded: boolean;
}

/** Many containers' ties to the host as one with a number; pressed, it opens into single ones. */
export const BundleTie = memo(function BundleTie(props: BundleTieProps) {
  const { type, count, half, fromX, fromY, x, y, open, faded } = props;
  const { bundle } = useMessages().sharing;
  return (
    <g
      className={`${styles.bundle} ${faded ? styles.faded : ''}`}
      role="button"
      tabIndex={0}
      aria-expanded={open}
      aria-label={`${bundle.label(type, count)}. ${open ? bundle.close : bundle.open}`}
      data-hue={type}
      data-bundle={type}
      data-count={count}
    >
      <line x1={fromX} y1={fromY} x2={x} y2={y} />
      <rect x={x - half} y={y - 11} width={2 * half} height={22} rx={11} />
      <rect
        className={styles.focusRing}
        x={x - half - 4}
        y={y - 15}
        width={2 * half + 8}
        height={30}
        rx={15}
      />
      <text x={x} y={y}>
        {count}
      </text>
    </g>
  );
});
