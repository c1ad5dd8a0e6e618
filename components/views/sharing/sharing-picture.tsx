import { memo, useEffect, useMemo, useState, type RefObject } from 'react';
import { projectName, projectNameY, smallSizes, type Detail } from '@lib/layout/detail';
import { WhenThere } from '@components/ui/fetched';
import { Part } from '@components/parts/part';
import { useMessages } from '@components/store/messages';
import { useNsview } from '@components/store/store';
import type { TipSubject } from '@lib/facts/picture-tip';
import { bundleHalfWidth, bundlePlaces } from '@lib/layout/bundle';
import type { Point } from '@lib/layout/geometry';
import { bundleKey, linkedTo, samePointed, type Pointed } from '@lib/layout/linked';
import { readingOrder } from '@lib/layout/nearest';
import { HOST_KEY } from '@lib/layout/places';
import { shortMemberNames } from '@lib/layout/hub-members';
import { HOST_RING } from '@lib/layout/ring';
import type { Tie } from '@lib/layout/tie-curves';
import type { NamespaceType } from '@lib/model/namespace-type';
import type { Snapshot } from '@lib/model/snapshot';
import { alsoChosen, chosenIn } from '@lib/select/chosen';
import { BundleTie } from './bundle-tie';
import { ContainerNode } from './container-node';
import { DepartedMark } from './departed-mark';
import { bundleAt, keyOf, pointedAt, selectionAt } from './dom-targets';
import { Hatching } from './hatching';
import { HostNode } from './host-node';
import { HubNode } from './hub-node';
import { useOpenBundles } from './open-bundles';
import { pictureKeys } from './picture-keys';
import { ProjectHullShape, ProjectName } from './project-hull';
import { TieLine } from './tie-line';
import { useNodeDrag } from './use-node-drag';
import type { Picture } from './picture';
import { useTip } from './use-tip';
import styles from './sharing.module.css';

/** What draws a tip. Nothing is pointed at yet when the picture is drawn. */
const TIP = new Part(async () => (await import('./picture-tip')).PictureTip);

interface SharingPictureProps {
  svg: RefObject<SVGSVGElement | null>;
  world: RefObject<SVGGElement | null>;
  snapshot: Snapshot;
  picture: Picture;
  types: readonly NamespaceType[];
  detail: Detail;
  onDeparted: (key: string) => void;
  onReveal: (point: Point) => void;
  onMove: (key: string, to: (place: Point) => Point) => void;
  onLetGo: (key: string) => void;
}

/** The drawing: grounds and ties below, rings and hubs above; pointing, choosing and keys are handled here for all. */
export const SharingPicture = memo(function SharingPicture(props: SharingPictureProps) {
  const { svg, world, snapshot, picture, types, detail } = props;
  const { onDeparted, onReveal, onMove, onLetGo } = props;
  const messages = useMessages();
  const select = useNsview((store) => store.select);
  const selection = useNsview((store) => store.viewState.select);
  const { open: openBundles, toggle: toggleBundle } = useOpenBundles();
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const { tip, pointAt, focusOn, hide, dismiss } = useTip();
  useEffect(() => {
    if (tip !== null) TIP.want();
  }, [tip]);
  const { graph, layout, ties, departed, hulls, bundles } = picture;
  const { places, pins } = layout;

  const linked = useMemo(
    () => (pointed === null ? null : linkedTo(graph, pointed, types)),
    [graph, pointed, types],
  );
  const faded = (key: string) => linked !== null && !linked.has(key);
  const byKey = useMemo(() => new Map(graph.nodes.map((node) => [node.key, node])), [graph]);
  // What is moved by hand keeps its place in the order: an element that moves loses the focus.
  const order = useMemo(
    () => readingOrder(new Map([...places, ...pins]), byKey.keys()),
    [places, pins, byKey],
  );
  const numbers = useMemo(() => bundlePlaces(bundles, places), [bundles, places]);
  const shownHubs = graph.hubs.filter((hub) => types.includes(hub.type));
  const shownBundles = bundles.filter(({ type }) => types.includes(type));
  const bundled = shownBundles.filter(({ type }) => !openBundles.has(type));
  const isShown = ({ type, toHost }: Tie) =>
    types.includes(type) && !(toHost && bundled.some((bundle) => bundle.type === type));
  const nameOf = (key: string) => byKey.get(key)?.container.name ?? key;
  const chosen = chosenIn(snapshot, selection);

  const point = (next: Pointed | null) =>
    setPointed((now) => (samePointed(now, next) ? now : next));
  const press = (target: EventTarget, also: boolean) => {
    const bundle = bundleAt(target);
    if (bundle !== null) return toggleBundle(bundle);
    const asked = selectionAt(target);
    select(also && asked?.kind === 'container' ? alsoChosen(selection, asked.ref) : asked);
  };
  const move = (key: string, to: (place: Point) => Point) => {
    hide();
    onMove(key, to);
  };
  useNodeDrag(svg, world, places, move);
  const onKeyDown = pictureKeys({
    reachable: () => {
      const keys = [HOST_KEY, ...order, ...shownHubs.map((hub) => hub.id)];
      return new Map(
        keys.flatMap((key) => {
          const place = places.get(key);
          return place === undefined ? [] : [[key, place] as const];
        }),
      );
    },
    isPinned: (key) => pins.has(key),
    onMove: move,
    onLetGo,
    onReveal,
    onPress: press,
  });

  const hostPlace = places.get(HOST_KEY);
  const nameSize = projectName(detail);
  const small = smallSizes(detail);
  return (
    <>
      <svg
        ref={svg}
        width="100%"
        height="100%"
        className={styles.canvas}
        role="group"
        aria-label={messages.sharing.title}
        data-fresh={picture.fresh || undefined}
        data-detail={detail}
        onPointerOver={(event) => {
          if (event.buttons !== 0) return;
          point(pointedAt(event.target));
          pointAt(event.target, event);
        }}
        onPointerLeave={() => {
          point(null);
          hide();
        }}
        onPointerDown={hide}
        onFocus={(event) => {
          if (!event.target.matches(':focus-visible')) return;
          point(pointedAt(event.target));
          focusOn(event.target);
        }}
        onBlur={() => {
          point(null);
          hide();
        }}
        onWheel={hide}
        onClick={(event) => press(event.target, event.shiftKey)}
        onDoubleClick={(event) => {
          const key = keyOf(event.target);
          if (key !== null) onLetGo(key);
        }}
        onKeyDown={onKeyDown}
      >
        <Hatching />
        <g ref={world} role="presentation">
          <g aria-hidden>
            {hulls.map(({ key, project, path }) => (
              <ProjectHullShape key={key} project={project} path={path} />
            ))}
          </g>
          {ties.filter(isShown).map((tie) => (
            <TieLine
              key={tie.key}
              namespace={tie.namespace}
              type={tie.type}
              containerId={tie.containerId}
              path={tie.path}
              stale={byKey.get(tie.from)?.stale === true}
              hostEnd={tie.toHost ? tie.from : undefined}
              faded={faded(tie.key)}
            />
          ))}
          {departed
            .filter((each) => !('tie' in each) || isShown(each.tie))
            .map((each) => (
              <DepartedMark key={each.key} departed={each} onEnd={onDeparted} />
            ))}
          <g role="listbox" aria-label={messages.sharing.title}>
            {hostPlace !== undefined && (
              <HostNode
                x={hostPlace.x}
                y={hostPlace.y}
                host={snapshot.host}
                hostname={snapshot.host.hostname}
                processes={snapshot.processes.length}
                types={types}
                selected={chosen.has(HOST_KEY)}
                faded={faded(HOST_KEY)}
                pinned={pins.has(HOST_KEY)}
                detail={detail}
              />
            )}
            {order.map((key) => {
              const [node, place] = [byKey.get(key), places.get(key)];
              if (node === undefined || place === undefined) return null;
              return (
                <ContainerNode
                  key={node.container.id}
                  messages={messages}
                  node={node}
                  x={place.x}
                  y={place.y}
                  types={types}
                  detail={detail}
                  hostNamespaces={snapshot.host.namespaces}
                  selected={chosen.has(node.container.id)}
                  faded={faded(key)}
                  pinned={pins.has(key)}
                />
              );
            })}
            {shownHubs.map((hub) => {
              const place = places.get(hub.id);
              if (place === undefined) return null;
              return (
                <HubNode
                  key={hub.id}
                  messages={messages}
                  hub={hub}
                  memberNames={hub.members.map(nameOf).join('/')}
                  shortNames={shortMemberNames(hub, (key) => byKey.get(key)).join('/')}
                  x={place.x}
                  y={place.y}
                  labelAbove={place.labelAbove}
                  idSize={small.hub}
                  membersSize={small.members}
                  selected={chosen.has(hub.id)}
                  stale={hub.members.every((key) => byKey.get(key)?.stale)}
                  faded={faded(hub.id)}
                  pinned={pins.has(hub.id)}
                />
              );
            })}
          </g>
          {shownBundles.map((bundle) => {
            const place = numbers.get(bundle);
            const arc = HOST_RING.arcs[bundle.type].anchor;
            if (place === undefined || hostPlace === undefined) return null;
            return (
              <BundleTie
                key={bundle.type}
                type={bundle.type}
                count={bundle.members.length}
                half={bundleHalfWidth(bundle)}
                fromX={hostPlace.x + arc.x}
                fromY={hostPlace.y + arc.y}
                x={place.x}
                y={place.y}
                open={openBundles.has(bundle.type)}
                faded={faded(bundleKey(bundle.type))}
              />
            );
          })}
          <g aria-hidden>
            {hulls
              .filter(({ name }) => name.largest >= nameSize)
              .map(({ key, project, name }) => (
                <ProjectName
                  key={key}
                  project={project}
                  text={name.text}
                  x={name.x}
                  y={projectNameY(name, nameSize)}
                  size={nameSize}
                />
              ))}
          </g>
        </g>
      </svg>
      {tip !== null && (
        <WhenThere part={TIP}>
          {(PictureTip) => (
            <PictureTip
              tip={tip}
              graph={graph}
              snapshot={snapshot}
              note={tipNote(tip.subject)}
              related={relatedThings}
              onEscape={dismiss}
            />
          )}
        </WhenThere>
      )}
    </>
  );

  /** What is tied to what is pointed at. */
  function relatedThings(): Element[] {
    const things = [...(svg.current?.querySelectorAll('[data-key]') ?? [])];
    return things.filter((thing) => linked?.has(thing.getAttribute('data-key') ?? '') === true);
  }

  /** What can be done with it. */
  function tipNote(subject: TipSubject): string | null {
    const { pin, bundle } = messages.sharing;
    if (subject.kind === 'bundle')
      return openBundles.has(subject.type) ? bundle.close : bundle.open;
    const key = subject.kind === 'node' ? subject.key : subject.kind === 'hub' ? subject.id : null;
    if (key === null) return null;
    return pins.has(key) ? pin.pinned : pin.free;
  }
});
