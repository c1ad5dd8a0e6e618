import { useAllMessages } from '@components/store/messages';
import { useNsview } from '@components/store/store';
import type { Image } from '@lib/images/image';
import { imageName, shortId } from '@lib/images/in-order';
import { dockerSize } from '@lib/images/size';
import { nameTold, refOf } from '@lib/model/container-ref';
import { Known, Unknown } from './known';
import { LayerRow } from './layer-row';
import { StepRow } from './step-row';

interface ImageCardProps {
  image: Image;
  /** All that there are. */
  images: readonly Image[];
  onLeave: () => void;
}

/** One image: who runs from it, its layers, and the steps by which it was made. */
export function ImageCard({ image, images, onLeave }: ImageCardProps) {
  const { imageLayers, imageList: words } = useAllMessages();
  const { engine, id, tags, bytes, layers, unreadable } = image;
  const names = (ids: readonly string[]) =>
    images
      .filter((each) => each.engine === engine && ids.includes(each.id))
      .map(imageName)
      .join(', ');
  return (
    <li className="rounded-lg border border-line p-3" data-image-id={id}>
      <h3 className="font-mono font-semibold [overflow-wrap:anywhere]">
        {[...tags, shortId(id)].join(' · ')}
      </h3>
      {image.containers.length > 0 && <Running {...{ image, onLeave }} />}
      {bytes === null && unreadable.bytes !== undefined && (
        <Unknown field="bytes">{words.sizeOfAll(unreadable.bytes)}</Unknown>
      )}
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
      {layers !== null && <Steps image={image} />}
    </li>
  );
}

/** The containers that run from it. */
function Running({ image, onLeave }: Pick<ImageCardProps, 'image' | 'onLeave'>) {
  const { imageList: words } = useAllMessages();
  const snapshot = useNsview((store) => store.snapshot);
  const select = useNsview((store) => store.select);
  if (snapshot === null) return null;
  const running = snapshot.containers.filter(
    (each) => each.engine === image.engine && image.containers.includes(each.id),
  );
  return (
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
          {nameTold(snapshot, each)}
        </button>
      ))}
    </p>
  );
}

/** How it was made, with the steps that made no layer. */
function Steps({ image: { steps, unreadable } }: { image: Image }) {
  const { imageList: words } = useAllMessages();
  if (steps === null) {
    return <Unknown field="steps">{words.stepsUntold(unreadable.steps)}</Unknown>;
  }
  const without = steps.filter(({ makes }) => makes === 'nothing').length;
  return (
    <details>
      <summary className="cursor-pointer py-1 text-dim">
        {words.steps(steps.length, without)}
        {' · '}
        {words.oldestFirst}
      </summary>
      <ol className="flex flex-col gap-1.5">
        {steps.map((step, nth) => (
          // Steps are never put into another order.
          <StepRow key={nth} step={step} why={unreadable['steps.instruction']} />
        ))}
      </ol>
    </details>
  );
}
