'use client';

import { useRef, useState } from 'react';
import { useMessages } from '@components/store/messages';
import { useShown } from '@components/store/shown';
import { useNsview } from '@components/store/store';
import { useShortcuts } from '@components/canvas/use-shortcuts';
import { useSize } from '@components/canvas/use-size';
import { isOnCanvas } from '@lib/layout/camera';
import { CameraButtons } from './camera-buttons';
import { EmptyCard } from './empty-card';
import { Legend } from './legend';
import { useOpenBundles } from './open-bundles';
import { OutsidePill } from './outside-pill';
import { SharingPicture } from './sharing-picture';
import { useCamera } from './use-camera';
import { usePicture } from './use-picture';
import { useSettled } from './use-settled';

const NOTHING = { snapshot: null, whole: null };

/** The main picture: which containers share which namespaces. Fills its parent. */
export function SharingView() {
  const { snapshot, whole } = useShown() ?? NOTHING;
  const types = useNsview((store) => store.viewState.types);
  const select = useNsview((store) => store.select);
  const { sharing } = useMessages();
  const frame = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const world = useRef<SVGGElement>(null);
  const size = useSize(frame);
  const [resets, setResets] = useState(0);
  const { picture, renewals, reset, move, letGo, forgetDeparted } = usePicture(
    snapshot,
    whole,
    size,
  );
  const camera = useCamera(svg, world, picture?.layout.bounds ?? null, size, resets + renewals);
  const openBundles = useOpenBundles((bundles) => bundles.open);
  useSettled(svg, picture?.layout ?? null, types, openBundles, camera.detail);
  useShortcuts({
    '+': camera.zoomIn,
    '=': camera.zoomIn,
    '-': camera.zoomOut,
    '0': camera.fit,
    Escape: () => select(null),
  });

  const outside =
    picture === null || camera.camera === null || size === null
      ? 0
      : picture.graph.nodes.filter(({ key }) => {
          const place = picture.layout.places.get(key);
          return (
            place !== undefined && camera.camera !== null && !isOnCanvas(place, camera.camera, size)
          );
        }).length;

  return (
    <div ref={frame} className="relative size-full overflow-hidden bg-ground">
      {whole === null || picture === null ? (
        <p className="absolute inset-0 flex items-center justify-center text-dim">
          {sharing.loading}
        </p>
      ) : (
        <>
          <SharingPicture
            svg={svg}
            world={world}
            snapshot={whole}
            picture={picture}
            types={types}
            detail={camera.detail}
            onDeparted={forgetDeparted}
            onReveal={camera.reveal}
            onMove={move}
            onLetGo={letGo}
          />
          {whole.containers.length === 0 && (
            <EmptyCard engines={whole.engines} recorded={whole.host.reader === 'recording'} />
          )}
          <Legend
            present={
              new Set(
                picture.graph.nodes.flatMap(({ container }) => Object.values(container.sharing)),
              )
            }
          />
          <OutsidePill count={outside} onFit={camera.fit} />
          <CameraButtons
            onZoomIn={camera.zoomIn}
            onZoomOut={camera.zoomOut}
            onFit={camera.fit}
            onReset={() => {
              camera.release();
              reset();
              setResets(resets + 1);
            }}
          />
        </>
      )}
    </div>
  );
}
