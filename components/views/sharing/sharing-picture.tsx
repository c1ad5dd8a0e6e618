import { useMemo, useState, type KeyboardEvent, type RefObject } from 'react';
import { useMessages } from '@components/store/messages';
import { useNsview } from '@components/store/store';
import type { Point } from '@lib/layout/geometry';
import { linkedTo, type Pointed } from '@lib/layout/linked';
import { nearestInDirection, readingOrder, type Direction } from '@lib/layout/nearest';
import { HOST_KEY } from '@lib/layout/places';
import { kernelName } from '@lib/model/ids';
import type { NamespaceType } from '@lib/model/namespace-type';
import type { Snapshot } from '@lib/model/snapshot';
import { alsoChosen, chosenIn } from '@lib/select/chosen';
import { ContainerNode } from './container-node';
import { keyOf, pointedAt, selectionAt } from './dom-targets';
import { DepartedMark } from './departed-mark';
import { Hatching } from './hatching';
import { HostNode } from './host-node';
import { HubNode } from './hub-node';
import { TieLine } from './tie-line';
import type { Picture } from './use-picture';
import styles from './sharing.module.css';

interface SharingPictureProps {
  svg: RefObject<SVGSVGElement | null>;
  world: RefObject<SVGGElement | null>;
  snapshot: Snapshot;
  picture: Picture;
  types: readonly NamespaceType[];
  onDeparted: (key: string) => void;
  onReveal: (point: Point) => void;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** The drawing: ties below, rings and hubs above; pointing, choosing and keys are handled here for all. */
export function SharingPicture(props: SharingPictureProps) {
  const { svg, world, snapshot, picture, types, onDeparted, onReveal } = props;
  const messages = useMessages();
  const select = useNsview((store) => store.select);
  const selection = useNsview((store) => store.viewState.select);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const { graph, layout, ties, departed } = picture;
  const { places } = layout;

  const linked = useMemo(
    () => (pointed === null ? null : linkedTo(graph, pointed, types)),
    [graph, pointed, types],
  );
  const faded = (key: string) => linked !== null && !linked.has(key);
  const byKey = useMemo(() => new Map(graph.nodes.map((node) => [node.key, node])), [graph]);
  const order = useMemo(() => readingOrder(places, byKey.keys()), [places, byKey]);
  const shownHubs = graph.hubs.filter((hub) => types.includes(hub.type));
  const nameOf = (key: string) => byKey.get(key)?.container.name ?? key;
  const chosen = chosenIn(snapshot, selection);

  const point = (next: Pointed | null) =>
    setPointed((now) => (now?.key === next?.key && now?.hostType === next?.hostType ? now : next));
  const choose = (target: EventTarget, also: boolean) => {
    const asked = selectionAt(target);
    select(also && asked?.kind === 'container' ? alsoChosen(selection, asked.ref) : asked);
  };
  const step = (event: KeyboardEvent<SVGSVGElement>) => {
    const from = keyOf(event.target);
    if (from === null) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      choose(event.target, event.shiftKey);
      return;
    }
    const direction = ARROWS[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    const reachable = new Map(
      [HOST_KEY, ...order, ...shownHubs.map((hub) => hub.id)].flatMap((key) => {
        const place = places.get(key);
        return place === undefined ? [] : [[key, place] as const];
      }),
    );
    const next = nearestInDirection(reachable, from, direction);
    const place = next === null ? undefined : reachable.get(next);
    if (next === null || place === undefined) return;
    svg.current?.querySelector<SVGElement>(`[data-key="${CSS.escape(next)}"]`)?.focus();
    onReveal(place);
  };

  const hostPlace = places.get(HOST_KEY);
  return (
    <svg
      ref={svg}
      width="100%"
      height="100%"
      className={styles.canvas}
      role="listbox"
      aria-label={messages.sharing.title}
      onPointerOver={(event) => point(pointedAt(event.target))}
      onPointerLeave={() => point(null)}
      onFocus={(event) => {
        if (event.target.matches(':focus-visible')) point(pointedAt(event.target));
      }}
      onBlur={() => point(null)}
      onClick={(event) => choose(event.target, event.shiftKey)}
      onKeyDown={step}
    >
      <Hatching />
      <g ref={world} role="presentation">
        {ties
          .filter((tie) => types.includes(tie.type))
          .map((tie) => (
            <TieLine
              key={tie.key}
              namespace={tie.namespace}
              type={tie.type}
              containerId={tie.containerId}
              path={tie.path}
              title={
                tie.toHost
                  ? messages.sharing.tie.host(nameOf(tie.from), tie.type)
                  : messages.sharing.tie.hub(nameOf(tie.from), tie.type, kernelName(tie.namespace))
              }
              stale={byKey.get(tie.from)?.stale === true}
              hostEnd={tie.toHost ? tie.from : undefined}
              faded={faded(tie.key)}
            />
          ))}
        {departed.map((each) => (
          <DepartedMark key={each.key} departed={each} onEnd={onDeparted} />
        ))}
        {hostPlace !== undefined && (
          <HostNode
            x={hostPlace.x}
            y={hostPlace.y}
            namespaces={snapshot.host.namespaces}
            hostname={snapshot.host.hostname}
            processes={snapshot.processes.length}
            types={types}
            selected={chosen.has(HOST_KEY)}
            faded={faded(HOST_KEY)}
          />
        )}
        {order.map((key) => {
          const [node, place] = [byKey.get(key), places.get(key)];
          if (node === undefined || place === undefined) return null;
          return (
            <ContainerNode
              key={node.container.id}
              node={node}
              x={place.x}
              y={place.y}
              types={types}
              hostNamespaces={snapshot.host.namespaces}
              selected={chosen.has(node.container.id)}
              faded={faded(key)}
            />
          );
        })}
        {shownHubs.map((hub) => {
          const place = places.get(hub.id);
          if (place === undefined) return null;
          return (
            <HubNode
              key={hub.id}
              hub={hub}
              memberNames={hub.members.map(nameOf).join('/')}
              x={place.x}
              y={place.y}
              labelAbove={place.labelAbove}
              selected={chosen.has(hub.id)}
              stale={hub.members.every((key) => byKey.get(key)?.stale)}
              faded={faded(hub.id)}
            />
          );
        })}
      </g>
    </svg>
  );
}
