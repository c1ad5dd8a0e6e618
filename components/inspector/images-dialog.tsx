import { useEffect, useMemo, useRef } from 'react';
import { useToldLayers } from '@components/store/layers';
import { useAllMessages } from '@components/store/messages';
import { useNsview } from '@components/store/store';
import type { Image } from '@lib/images/image';
import { imageName, imagesInOrder, shortId } from '@lib/images/in-order';
import { sumOfLayers } from '@lib/images/sum-of-layers';
import { dockerSize } from '@lib/images/size';
import type { Snapshot } from '@lib/model/snapshot';
import { refOf } from '@lib/select/container-ref';
import { Button } from '../ui/button';
import { Known, Unknown } from './known';
import { LayerRow } from './layer-row';

/** All images that containers run from, their layers, and which of these they share. */
export function ImagesDialog({ snapshot, onClose }: { snapshot: Snapshot; onClose: () => void }) {
  const { imageList: words, inside } = useAllMessages();
  const { images: told } = useToldLayers();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const images = useMemo(
    () => (told.is === 'answered' ? imagesInOrder(told.answer.images) : []),
    [told],
  );
  const untold = told.is === 'answered' ? Object.entries(told.answer.unreadable) : [];
  return (
    <dialog
      ref={dialog}
      aria-label={words.title}
      data-images
      className="m-auto max-h-[94vh] w-[min(72rem,96vw)] overflow-y-auto rounded-xl border border-line-strong bg-surface p-5 text-sm text-text shadow-2xl backdrop:bg-black/50"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close();
      }}
    >
      <div className="mb-2 flex items-center justify-between gap-4">
        <h2 className="text-lg font-bold">{words.title}</h2>
        <Button onClick={() => dialog.current?.close()}>{words.close}</Button>
      </div>
      {images.length === 0 ? <p>{words.none}</p> : <Sum images={images} />}
      {untold.map(([field, why]) => (
        <Unknown key={field} field={field}>
          {inside.unknown(why)}
        </Unknown>
      ))}
      <ul className="mt-3 grid grid-cols-[repeat(auto-fill,minmax(24rem,1fr))] items-start gap-3">
        {images.map((image) => (
          <ImageCard
            key={`${image.engine} ${image.id}`}
            {...{ image, images, snapshot }}
            onLeave={() => dialog.current?.close()}
          />
        ))}
      </ul>
    </dialog>
  );
}

function Sum({ images }: { images: readonly Image[] }) {
  const { imageList: words } = useAllMessages();
  const { layers, once, copies } = useMemo(() => sumOfLayers(images), [images]);
  const sizes =
    once === null || copies === null
      ? [words.sumUnclear]
      : [words.once(dockerSize(once)), words.copies(dockerSize(copies))];
  return <p className="text-dim">{[words.sum(images.length, layers), ...sizes].join(' · ')}</p>;
}

interface ImageCardProps {
  image: Image;
  images: readonly Image[];
  snapshot: Snapshot;
  onLeave: () => void;
}

function ImageCard({ image, images, snapshot, onLeave }: ImageCardProps) {
  const { imageLayers, imageList: words } = useAllMessages();
  const select = useNsview((store) => store.select);
  const { engine, id, tags, bytes, layers, unreadable } = image;
  const names = (ids: readonly string[]) =>
    images
      .filter((each) => each.engine === engine && ids.includes(each.id))
      .map(imageName)
      .join(', ');
  const running = snapshot.containers.filter(
    (each) => each.engine === engine && image.containers.includes(each.id),
  );
  return (
    <li className="rounded-lg border border-line p-3" data-image-id={id}>
      <h3 className="font-mono font-semibold [overflow-wrap:anywhere]">
        {[...tags, shortId(id)].join(' · ')}
      </h3>
      <p className="my-1 flex flex-wrap gap-x-2">
        <span className="text-dim">{words.containers}</span>
        {running.map((each) => (
          <button
            key={each.id}
            type="button"
            className="cursor-pointer underline decoration-line-strong underline-offset-3 hover:decoration-current"
            onClick={() => {
              onLeave();
              select({ kind: 'container', ref: refOf(snapshot, each) });
            }}
          >
            {each.name}
          </button>
        ))}
      </p>
      <Known field="layers" value={layers} unreadable={unreadable}>
        {(all) => (
          <details>
            <summary className="cursor-pointer py-1 text-dim">
              {imageLayers.count(all.length, bytes === null ? null : dockerSize(bytes))}
              {' · '}
              {words.bottomFirst}
            </summary>
            <ol className="flex flex-col gap-1.5">
              {all.map((layer, nth) => (
                // The same layer can be there twice.
                <LayerRow key={nth} layer={layer} why={unreadable['layers.instruction']}>
                  {layer.sharedWith.length > 0 && (
                    <span data-shared={layer.sharedWith.length}>
                      {' · '}
                      {words.sharedWith(names(layer.sharedWith))}
                    </span>
                  )}
                </LayerRow>
              ))}
            </ol>
          </details>
        )}
      </Known>
    </li>
  );
}
