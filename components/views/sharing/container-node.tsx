import { memo, useRef } from 'react';
import { CONTAINER_RING, STOPPED_RING } from '@lib/layout/ring';
import { isLettered, leastName, smallSizes, type Detail } from '@lib/layout/detail';
import { farLabel, ringLabel, stoppedLabel, type LabelLine } from '@lib/layout/ring-label';
import type { GraphNode } from '@lib/sharing/graph';
import type { NamespaceType } from '@lib/model/namespace-type';
import type { NamespaceSet } from '@lib/model/process';
import { nodeSentence } from '@lib/facts/arc-sentence';
import { nodeNotes } from '@lib/facts/node-notes';
import type { Messages } from '@lib/i18n/messages';
import { useArrival } from './arrival';
import { NoNativeTip } from './no-native-tip';
import { PinMark } from './pin-mark';
import { RingArcs } from './ring-arcs';
import styles from './sharing.module.css';

interface ContainerNodeProps {
  /** Handed down: hundreds that each listen for the language would cost time at every change. */
  messages: Messages;
  node: GraphNode;
  x: number;
  y: number;
  types: readonly NamespaceType[];
  detail: Detail;
  hostNamespaces: NamespaceSet;
  selected: boolean;
  faded: boolean;
  pinned: boolean;
}

/** A container as a ring of eight arcs with its name; small and without fills when it has no process. */
export const ContainerNode = memo(function ContainerNode(props: ContainerNodeProps) {
  const { messages, node, x, y, types, detail, hostNamespaces, selected, faded, pinned } = props;
  const drawing = useRef<SVGGElement>(null);
  useArrival(drawing, 'ring');
  const { container, stopped, stale } = node;
  const notes = nodeNotes(node, messages);
  const note = pinned ? [messages.sharing.pin.pinned] : [];
  const shape = stopped ? STOPPED_RING : CONTAINER_RING;
  const classes = [
    styles.node,
    stopped && styles.stopped,
    stale && styles.stale,
    faded && styles.faded,
  ];
  return (
    <g
      transform={`translate(${x},${y})`}
      className={classes.filter(Boolean).join(' ')}
      role="option"
      tabIndex={0}
      aria-selected={selected}
      data-key={node.key}
      data-container={container.name}
      data-container-id={container.id}
      data-stale={stale || undefined}
      data-pinned={pinned || undefined}
    >
      <title>{[nodeSentence(node, hostNamespaces, messages), ...note].join('. ')}</title>
      <g ref={drawing} aria-hidden className={styles.coming}>
        <NoNativeTip />
        <g transform={stopped ? 'translate(0,-16)' : undefined}>
          <circle className={styles.disc} r={shape.outer} />
          <circle className={styles.core} r={shape.inner} />
          <RingArcs
            shape={shape}
            types={types}
            letters={isLettered(detail) ? smallSizes(detail).letter : null}
            sharingOf={(type) => container.sharing[type]}
            namespaceOf={(type) => container.namespaces[type]}
          />
          {selected && <circle className={styles.selection} r={shape.outer + 8} />}
          <circle className={styles.focusRing} r={shape.outer + 4} />
        </g>
        {(detail !== 'none' || selected) &&
          (stopped ? (
            <StoppedLabel of={node} notes={notes} detail={detail} />
          ) : (
            <RunningLabel of={node} notes={notes} detail={detail} />
          ))}
        {pinned && <PinMark x={stopped ? 22 : 42} y={stopped ? -38 : -42} />}
      </g>
    </g>
  );
});

interface LabelProps {
  of: GraphNode;
  notes: ReturnType<typeof nodeNotes>;
  detail: Detail;
}

function RunningLabel({ of, notes, detail }: LabelProps) {
  const least = leastName(detail);
  if (least !== null) return <Lines of={farLabel(of, least)} className={styles.name} />;
  const { name, image, notes: noted } = ringLabel(of, notes);
  return (
    <>
      <Lines of={name} className={styles.name} />
      <Lines of={[image]} className={styles.detail} />
      {noted !== null && <Lines of={[noted]} className={`${styles.detail} ${styles.state}`} />}
    </>
  );
}

function StoppedLabel({ of, notes, detail }: LabelProps) {
  const { name, notes: below } = stoppedLabel(of, notes, leastName(detail));
  return (
    <>
      <Lines of={[name]} className={styles.name} />
      {detail === 'full' && <Lines of={[below]} className={styles.detail} />}
    </>
  );
}

function Lines({ of, className }: { of: readonly LabelLine[]; className: string | undefined }) {
  return of.map(({ text, size, y }) => (
    <text key={y} className={className} fontSize={size} y={y}>
      {text}
    </text>
  ));
}
