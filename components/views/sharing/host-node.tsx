import { memo } from 'react';
import { useMessages } from '@components/store/messages';
import { isLettered, smallSizes, type Detail } from '@lib/layout/detail';
import { HOST_KEY } from '@lib/layout/places';
import { HOST_RING } from '@lib/layout/ring';
import type { NamespaceType } from '@lib/model/namespace-type';
import type { Host } from '@lib/model/host';
import { saidOfHost } from '@lib/sharing/said';
import { NoNativeTip } from './no-native-tip';
import { PinMark } from './pin-mark';
import { RingArcs } from './ring-arcs';
import styles from './sharing.module.css';

interface HostNodeProps {
  x: number;
  y: number;
  host: Pick<Host, 'namespaces' | 'lacks'>;
  hostname: string;
  processes: number;
  types: readonly NamespaceType[];
  selected: boolean;
  faded: boolean;
  pinned: boolean;
  detail: Detail;
}

/** The machine itself: the large ring. */
export const HostNode = memo(function HostNode(props: HostNodeProps) {
  const { x, y, host, hostname, processes, types, selected, faded, pinned, detail } = props;
  const { model } = useMessages();
  const count = model.processCount(processes);
  const near = isLettered(detail);
  const sizes = smallSizes(detail);
  return (
    <g
      transform={`translate(${x},${y})`}
      className={`${styles.node} ${styles.host} ${faded ? styles.faded : ''}`}
      role="option"
      tabIndex={0}
      aria-selected={selected}
      data-pinned={pinned || undefined}
      data-key={HOST_KEY}
      data-container={HOST_KEY}
    >
      <title>{`${model.host} (${hostname}), ${count}`}</title>
      <g aria-hidden>
        <NoNativeTip />
        <circle className={styles.disc} r={HOST_RING.outer} />
        <circle className={styles.core} r={HOST_RING.inner} />
        <RingArcs
          letters={near ? sizes.hostLetter : null}
          shape={HOST_RING}
          types={types}
          sharingOf={(type) => saidOfHost(host, type)}
          namespaceOf={(type) => host.namespaces[type]}
        />
        {selected && <circle className={styles.selection} r={HOST_RING.outer + 8} />}
        <circle className={styles.focusRing} r={HOST_RING.outer + 4} />
        <text className={styles.name} fontSize={near ? sizes.host : 40} y={near ? 0 : 14}>
          {model.host}
        </text>
        {near && (
          <text className={styles.detail} fontSize={sizes.processes} y={22}>
            {count}
          </text>
        )}
        {pinned && <PinMark x={60} y={-60} />}
      </g>
    </g>
  );
});
