import { memo, useRef } from 'react';
import type { NamespaceId } from '@lib/model/ids';
import type { NamespaceType } from '@lib/model/namespace-type';
import { useArrival } from './arrival';
import styles from './sharing.module.css';

interface TieLineProps {
  namespace: NamespaceId;
  type: NamespaceType;
  containerId: string;
  path: string;
  /** For a tie to the host: the key of the container at its other end. */
  hostEnd: string | undefined;
  stale: boolean;
  faded: boolean;
}

/** A curved line from a container's arc to what it shares there. */
export const TieLine = memo(function TieLine(props: TieLineProps) {
  const { namespace, type, containerId, path, hostEnd, stale, faded } = props;
  const line = useRef<SVGPathElement>(null);
  useArrival(line, 'tie');
  return (
    <g
      className={`${styles.tie} ${stale ? styles.stale : ''} ${faded ? styles.faded : ''}`}
      data-hue={type}
      data-tie={namespace}
      data-from={containerId}
      data-host-end={hostEnd}
    >
      <path className={styles.reach} d={path} />
      <path ref={line} className={styles.line} d={path} pathLength={stale ? undefined : 1} />
    </g>
  );
});
