import { memo, useRef } from 'react';
import { useMessages } from '@components/store/messages';
import { fittedName, imageName, shortened, withoutProject } from '@lib/layout/node-text';
import { CONTAINER_RING, STOPPED_RING } from '@lib/layout/ring';
import type { GraphNode } from '@lib/layout/sharing-graph';
import type { NamespaceType } from '@lib/model/namespace-type';
import type { NamespaceSet } from '@lib/model/process';
import { nodeSentence } from '@lib/facts/arc-sentence';
import { useArrival } from './arrival';
import { NoNativeTip } from './no-native-tip';
import { PinMark } from './pin-mark';
import { RingArcs } from './ring-arcs';
import type { Detail } from './use-camera';
import styles from './sharing.module.css';

interface ContainerNodeProps {
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

/** The width of text inside a container's ring, and under a stopped one's. */
const INNER_WIDTH = 2 * CONTAINER_RING.inner - 8;
const STOPPED_WIDTH = 96;

/** A container as a ring of eight arcs with its name; small and without fills when it has no process. */
export const ContainerNode = memo(function ContainerNode(props: ContainerNodeProps) {
  const { node, x, y, types, detail, hostNamespaces, selected, faded, pinned } = props;
  const messages = useMessages();
  const drawing = useRef<SVGGElement>(null);
  useArrival(drawing, 'ring');
  const { container, stopped, stale } = node;
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
            lettered={detail === 'high'}
            sharingOf={(type) => container.sharing[type]}
            namespaceOf={(type) => container.namespaces[type]}
          />
          {selected && <circle className={styles.selection} r={shape.outer + 8} />}
          <circle className={styles.focusRing} r={shape.outer + 4} />
        </g>
        <Label node={node} detail={detail} />
        {pinned && <PinMark x={stopped ? 22 : 42} y={stopped ? -38 : -42} />}
      </g>
    </g>
  );
});

function Label({ node, detail }: { node: GraphNode; detail: Detail }) {
  if (node.stopped) return <StoppedLabel node={node} detail={detail} />;
  return detail === 'low' ? <FarLabel node={node} /> : <NearLabel node={node} />;
}

/** From far, the name is all there is. */
function FarLabel({ node }: { node: GraphNode }) {
  const { lines, size } = fittedNameOf(node, 'far');
  return (
    <text className={styles.name} fontSize={size}>
      {lines.map((line, index) => (
        <tspan key={index} x={0} y={(index - (lines.length - 1) / 2 + 0.35) * size}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function NearLabel({ node }: { node: GraphNode }) {
  const { container, stale } = node;
  const { model, sharing } = useMessages();
  const { lines, size } = fittedNameOf(node, 'near');
  const notes = [
    ...(container.state === 'running' ? [] : [model.states[container.state]]),
    ...(stale ? [sharing.node.stale] : []),
  ];
  const top = -(lines.length - 1) * size * 0.55 - (notes.length > 0 ? 6 : 0);
  const below = top + (lines.length - 1) * size * 1.1 + 15;
  return (
    <>
      <text className={styles.name} fontSize={size}>
        {lines.map((line, index) => (
          <tspan key={index} x={0} y={top + index * size * 1.1 + 2}>
            {line}
          </tspan>
        ))}
      </text>
      <text className={styles.detail} y={below}>
        {shortened(imageName(container.image), INNER_WIDTH - 8, 10)}
      </text>
      {notes.length > 0 && (
        <text className={`${styles.detail} ${styles.state}`} y={below + 13}>
          {shortened(notes.join(' · '), INNER_WIDTH - 12, 10)}
        </text>
      )}
    </>
  );
}

/** The whole name, or where it is too long, what it does not have in common with its project's. */
function fittedNameOf({ container, project }: GraphNode, seen: 'near' | 'far') {
  const whole = fittedName(container.name, INNER_WIDTH, seen);
  const isCut = whole.lines.some((line) => line.endsWith('…'));
  return isCut ? fittedName(withoutProject(container.name, project), INNER_WIDTH, seen) : whole;
}

function StoppedLabel({ node: { container, stale }, detail }: { node: GraphNode; detail: Detail }) {
  const { model, sharing } = useMessages();
  const notes = [model.states[container.state], ...(stale ? [sharing.node.stale] : [])];
  return (
    <>
      <text className={styles.name} fontSize={11} y={28}>
        {shortened(container.name, STOPPED_WIDTH, 11)}
      </text>
      {detail === 'high' && (
        <text className={styles.detail} y={41}>
          {notes.join(' · ')}
        </text>
      )}
    </>
  );
}
