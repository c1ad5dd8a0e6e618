'use client';

import { ARRANGER } from '#arranger';
import { useEffect, useEffectEvent, useMemo, useRef, useState, type ReactNode } from 'react';
import { Part } from '@components/parts/part';
import { Fetched, WhenThere } from '@components/ui/fetched';
import { useMessages, withAllMessages, withEmptyMessages } from '@components/store/messages';
import { useFolded } from '@components/store/shown';
import { useNsview } from '@components/store/store';
import { useShortcuts } from '@components/canvas/use-shortcuts';
import { useSize } from '@components/canvas/use-size';
import { KEYS } from '@lib/keys/keys';
import { canvasFor, isOnCanvas, PROJECTED } from '@lib/layout/camera';
import { nameFromBackRow } from '@lib/layout/detail';
import { boundsOf, type Box, type Point } from '@lib/layout/geometry';
import type { Arranger } from './arranger-type';
import type { Asked, Beside } from './beside';
import { CameraButtons } from './camera-buttons';
import { Legend } from './legend';
import { useOpenBundles } from './open-bundles';
import { OutsidePill } from './outside-pill';
import { SharingPicture } from './sharing-picture';
import { useJoined } from './use-joined';
import { useCamera } from './use-camera';
import { usePicture } from './use-picture';
import { useProjected } from './use-projected';
import { useSettled } from './use-settled';
import styles from './sharing.module.css';

const EMPTY = new Part(withEmptyMessages(async () => (await import('#empty-card')).EmptyCard));

/** Not there before the picture has come to rest, and in a row that is as high without it. */
const PAUSES = new Part(
  withAllMessages(async () => (await import('@components/filters/pause-button')).PauseButton),
);

/** The main picture: which containers share which namespaces. Fills its parent. */
export function SharingView() {
  const { sharing } = useMessages();
  return (
    <Fetched part={ARRANGER} waiting={<Waiting>{sharing.loading}</Waiting>}>
      {(arranger) => <ArrangedView arranger={arranger} />}
    </Fetched>
  );
}

function ArrangedView({ arranger }: { arranger: Arranger }) {
  const shown = useFolded();
  const types = useNsview((store) => store.viewState.types);
  const { sharing } = useMessages();
  const frame = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const world = useRef<SVGGElement>(null);
  const size = useSize(frame);
  const projected = useNsview((store) => store.viewState.projector);
  const canvas = useMemo(
    () => (size === null ? null : canvasFor(size, projected ? PROJECTED : 1)),
    [size, projected],
  );
  const { drawn, arranging, renewals, reset, move, undoMove, forgetDeparted } = usePicture(
    arranger,
    shown,
    canvas,
  );
  const picture = drawn?.picture ?? null;
  const layout = picture?.layout ?? null;
  /** The room of what is gone, which is no part of the picture and may stand beyond it. */
  const [gone, setGone] = useState<readonly Box[]>([]);
  /** Sandboxes are none either. */
  const [standing, setStanding] = useState<Beside | null>(null);
  const isAsked = useNsview((store) => store.viewState.sandboxes !== null);
  const sandboxes = isAsked ? standing : null;
  const beside = useMemo(() => [...gone, ...(sandboxes?.boxes ?? [])], [gone, sandboxes]);
  const bounds = useMemo(() => {
    if (picture === null) return null;
    const names = projected ? picture.hulls.map(({ name }) => nameFromBackRow(name)) : [];
    const more = [...names, ...(sandboxes?.boxes ?? [])];
    return more.length === 0 ? picture.layout.bounds : boundsOf([picture.layout.bounds, ...more]);
  }, [picture, sandboxes, projected]);
  const camera = useCamera(svg, world, bounds, size, renewals, projected);
  useProjected(projected, () => {
    // What a hand has placed stays.
    if (layout !== null && layout.pins.size === 0) reset();
  });
  useJoined(picture, camera.present);
  const present = useMemo(
    () =>
      new Set([
        ...(shown?.snapshot.containers.flatMap(({ sharing: each }) => Object.values(each)) ?? []),
        ...(sandboxes?.present ?? []),
      ]),
    [shown, sandboxes],
  );
  const openBundles = useOpenBundles((bundles) => bundles.open);
  useSettled(
    svg,
    arranging || (isAsked && sandboxes === null) || camera.panning ? null : layout,
    types,
    openBundles,
    camera.detail,
  );
  useShortcuts(KEYS.sharing.zoom, { in: camera.zoomIn, out: camera.zoomOut });
  const fit = () => camera.fit(beside);
  useShortcuts(KEYS.sharing.fit, { fit });

  const isOutside = (point: Point) =>
    camera.camera !== null && size !== null && !isOnCanvas(point, camera.camera, size);
  const isCut = ({ left, right, top, bottom }: Box) =>
    isOutside({ x: left, y: top }) || isOutside({ x: right, y: bottom });
  // Who asks for sandboxes sees them.
  const fitAll = useEffectEvent(({ here }: Asked) => {
    if ((here || !camera.isSet()) && beside.some(isCut)) fit();
  });
  const asked = camera.camera === null ? null : (sandboxes?.asked ?? null);
  useEffect(() => {
    if (asked !== null) fitAll(asked);
  }, [asked]);
  const places = picture?.graph.nodes.flatMap(({ key }) => picture.layout.places.get(key) ?? []);
  const outside = [...(places ?? []), ...beside.map(middleOf)].filter(isOutside).length;

  return (
    <div className="flex size-full flex-col bg-ground">
      <div ref={frame} className="relative min-h-0 flex-1 overflow-hidden">
        {drawn === null ? (
          <Waiting>
            {shown === null ? sharing.loading : sharing.arranging(shown.snapshot.containers.length)}
          </Waiting>
        ) : (
          <>
            <SharingPicture
              svg={svg}
              world={world}
              snapshot={drawn.whole}
              picture={drawn.picture}
              types={types}
              detail={camera.detail}
              onDeparted={forgetDeparted}
              goneRoom={gone}
              onStand={setGone}
              beside={sandboxes}
              onBeside={setStanding}
              onReveal={camera.reveal}
              onMove={move}
              onLetGo={undoMove}
            />
            {drawn.whole.containers.length === 0 && beside.length === 0 && (
              <Fetched part={EMPTY}>
                {(EmptyCard) => (
                  <EmptyCard
                    engines={drawn.whole.engines}
                    recorded={drawn.whole.host.reader === 'recording'}
                  />
                )}
              </Fetched>
            )}
            <OutsidePill count={outside} onFit={fit} />
          </>
        )}
      </div>
      <div className="flex shrink-0 items-center gap-4 py-2 pr-5 pl-6">
        <Legend present={present}>{sandboxes?.legend}</Legend>
        <WhenThere part={PAUSES}>{(PauseButton) => <PauseButton />}</WhenThere>
        <CameraButtons
          onZoomIn={camera.zoomIn}
          onZoomOut={camera.zoomOut}
          onFit={fit}
          onReset={() => {
            camera.release();
            reset();
          }}
        />
      </div>
    </div>
  );
}

function middleOf({ left, right, top, bottom }: Box): Point {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** Told only where it takes longer than a moment. */
function Waiting({ children }: { children: ReactNode }) {
  return (
    <p
      role="status"
      className={`absolute inset-0 flex items-center justify-center text-dim ${styles.late}`}
    >
      {children}
    </p>
  );
}
