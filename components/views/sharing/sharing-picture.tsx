import { memo, useEffect, useMemo, useState, type RefObject } from 'react';
import { Marks } from '@components/canvas/marks';
import { WhenThere } from '@components/ui/fetched';
import { Part, usePart } from '@components/parts/part';
import { useDifferences } from '@components/store/differences';
import { useMessages, withAllMessages } from '@components/store/messages';
import { useNsview } from '@components/store/store';
import type { Detail } from '@lib/layout/detail';
import type { Box, Point } from '@lib/layout/geometry';
import { linkedTo, samePointed, type Pointed } from '@lib/layout/linked';
import type { NamespaceType } from '@lib/model/namespace-type';
import { isPod } from '@lib/model/project';
import type { Snapshot } from '@lib/model/snapshot';
import { SharingScenes } from '@lib/scene/sharing-scene';
import { alsoChosen, chosenIn } from '@lib/select/chosen';
import type { Beside } from './beside';
import { DepartedMark } from './departed-mark';
import { bundleAt, isFoldOfStopped, keyOf, pointedAt, selectionAt } from './dom-targets';
import { Hatching } from './hatching';
import { useOpenBundles } from './open-bundles';
import { pictureKeys } from './picture-keys';
import { PictureBundle, PictureThing } from './thing';
import { TieLine } from './tie-line';
import { useNodeDrag } from './use-node-drag';
import type { Picture } from './picture';
import { useTip } from './use-tip';
import styles from './sharing.module.css';

/** What draws a tip. Nothing is pointed at yet when the picture is drawn. */
const TIP = new Part(withAllMessages(async () => (await import('./picture-tip')).PictureTip));

/** What is gone, where the moment is compared with another. */
const GONE = new Part(withAllMessages(async () => (await import('./gone-layer')).GoneLayer));

/** Sandboxes, which nobody sees who has not asked for them. */
const SANDBOXES = new Part(
  withAllMessages(async () => (await import('./sandbox-layer')).SandboxLayer),
);

/** The grounds of pods, for hands; most machines have none. */
const POD_GROUNDS = new Part(
  withAllMessages(async () => (await import('./pod-grounds')).PodGrounds),
);

/** Nothing of it goes before it is there. */
const KEPT_FOCUS = new Part(async () => (await import('./kept-focus')).KeptFocus);

interface SharingPictureProps {
  svg: RefObject<SVGSVGElement | null>;
  world: RefObject<SVGGElement | null>;
  snapshot: Snapshot;
  picture: Picture;
  types: readonly NamespaceType[];
  detail: Detail;
  onDeparted: (key: string) => void;
  /** The room of what is gone. */
  goneRoom: readonly Box[];
  /** Told where that stands. */
  onStand: (boxes: readonly Box[]) => void;
  /** Where sandboxes stand; null: they are not drawn. */
  beside: Beside | null;
  onBeside: (beside: Beside | null) => void;
  onReveal: (point: Point) => void;
  onMove: (key: string, to: (place: Point) => Point) => void;
  onLetGo: (key: string) => void;
}

/** The drawing: grounds and ties below, rings and hubs above; pointing, choosing and keys are handled here for all. */
export const SharingPicture = memo(function SharingPicture(props: SharingPictureProps) {
  const { svg, world, snapshot, picture, types, detail } = props;
  const { onDeparted, goneRoom, onStand, beside, onBeside, onReveal, onMove, onLetGo } = props;
  const messages = useMessages();
  const select = useNsview((store) => store.select);
  const choose = useNsview((store) => store.choose);
  const show = useNsview((store) => store.show);
  const selection = useNsview((store) => store.viewState.select);
  const { open: openBundles, toggle: toggleBundle } = useOpenBundles();
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const { tip, pointAt, focusOn, hide, dismiss } = useTip();
  useEffect(() => {
    if (tip !== null) TIP.want();
  }, [tip]);
  const gone = usePart(
    GONE,
    useDifferences((store) => store.comparison !== null),
  );
  const sandboxes = usePart(
    SANDBOXES,
    useNsview((store) => store.viewState.sandboxes !== null),
  );
  const { graph, layout, ties, departed, hulls } = picture;
  const pods = useMemo(() => hulls.filter(({ project }) => isPod(project)), [hulls]);
  const podGrounds = usePart(POD_GROUNDS, pods.length > 0);
  const { places, pins } = layout;
  const [scenes] = useState(() => new SharingScenes());
  const chosen = useMemo(() => chosenIn(snapshot, selection), [snapshot, selection]);
  const scene = useMemo(
    () =>
      scenes.draw({
        ...{ graph, places, pins, ties, hulls, whole: snapshot },
        ...{ types, detail, complete: false, chosen, openBundles, messages },
      }),
    [
      scenes,
      graph,
      places,
      pins,
      ties,
      hulls,
      snapshot,
      types,
      detail,
      chosen,
      openBundles,
      messages,
    ],
  );

  const linked = useMemo(
    () => (pointed === null ? null : linkedTo(graph, pointed, types, beside?.ties)),
    [graph, pointed, types, beside],
  );
  const faded = (key: string) => linked !== null && !linked.has(key);
  const point = (next: Pointed | null) =>
    setPointed((now) => (samePointed(now, next) ? now : next));
  const press = (target: EventTarget, also: boolean, chosen = select) => {
    const bundle = bundleAt(target);
    if (bundle !== null) return toggleBundle(bundle);
    if (isFoldOfStopped(target)) return show({ allStopped: graph.stopped?.open !== true });
    const asked = selectionAt(target);
    if (also && asked?.kind === 'container') select(alsoChosen(selection, asked.ref));
    else chosen(asked);
  };
  const handsOf = (key: string) =>
    beside?.places.has(key) === true ? beside : { pins, onMove, onLetGo };
  const isPinned = (key: string) => handsOf(key).pins.has(key);
  const letGo = (key: string) => handsOf(key).onLetGo(key);
  const placeOf = (key: string) => beside?.places.get(key) ?? places.get(key);
  const move = (key: string, to: (place: Point) => Point) => {
    hide();
    handsOf(key).onMove(key, to);
  };
  useNodeDrag(svg, world, placeOf, move);
  const reachable = () =>
    new Map([
      ...[...scene.things, ...scene.bundles].flatMap(({ key }) => {
        const place = places.get(key);
        return place === undefined ? [] : [[key, place] as const];
      }),
      ...(beside?.places ?? []),
    ]);
  const onKeyDown = pictureKeys({
    reachable,
    isPinned,
    onMove: move,
    onLetGo: letGo,
    onReveal,
    onPress: (target, also) => press(target, also, choose),
  });

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
          if (key !== null) letGo(key);
        }}
        onKeyDown={onKeyDown}
      >
        <Hatching />
        <g ref={world} role="presentation">
          <g aria-hidden>
            <Marks of={scene.projects} styles={styles} />
          </g>
          {podGrounds.is === 'there' && <podGrounds.value {...{ hulls: pods, snapshot }} />}
          {gone.is === 'there' && <gone.value {...{ picture, types, detail, onStand }} />}
          {beside?.ties.map(({ key, between, mark }) => (
            <TieLine key={key} mark={mark} faded={between.some(faded)} />
          ))}
          {scene.ties.map(({ key, mark }) => (
            <TieLine key={key} mark={mark} faded={faded(key)} />
          ))}
          {departed
            .filter((each) => !('tie' in each) || scene.shows(each.tie))
            .map((each) => (
              <DepartedMark key={each.key} departed={each} onEnd={onDeparted} />
            ))}
          <g aria-hidden>
            <Marks of={scene.broken} styles={styles} />
          </g>
          <g role="listbox" aria-label={messages.sharing.title}>
            {scene.things.map((thing) => (
              <PictureThing key={thing.identity} thing={thing} faded={faded(thing.key)} />
            ))}
          </g>
          {scene.bundles.map((bundle) => (
            <PictureBundle key={bundle.identity} thing={bundle} faded={faded(bundle.key)} />
          ))}
          {sandboxes.is === 'there' && (
            <sandboxes.value
              {...{ snapshot, picture, types, detail, faded }}
              gone={goneRoom}
              onStand={onBeside}
            />
          )}
          <g aria-hidden>
            <Marks of={scene.names} styles={styles} />
          </g>
        </g>
      </svg>
      <WhenThere part={KEPT_FOCUS}>
        {(KeptFocus) => <KeptFocus svg={svg} reachable={reachable} />}
      </WhenThere>
      {tip !== null && (
        <WhenThere part={TIP}>
          {(PictureTip) => (
            <PictureTip
              tip={tip}
              graph={graph}
              snapshot={snapshot}
              isPinned={isPinned}
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
});
