import { useMemo } from 'react';
import { useAskingLayers, useToldLayers } from '@components/store/layers';
import { useAllMessages } from '@components/store/messages';
import * as proof from '@lib/shell/proof';
import type { Image } from '@lib/images/image';
import { shortId } from '@lib/images/in-order';
import { imageOfContainer } from '@lib/images/layers-told';
import { dockerSize } from '@lib/images/size';
import type { Container } from '@lib/model/container';
import { containerKey } from '@lib/model/ids';
import type { Snapshot } from '@lib/model/snapshot';
import { ImagesButton } from './images-button';
import { Known, Unknown } from './known';
import { LayerRow } from './layer-row';
import { Fact, Section } from './section';

/** What a container that runs has for its root: the layers of its image, and what it has written. */
export function ImageSection({
  snapshot,
  container,
}: {
  snapshot: Snapshot;
  container: Container;
}) {
  const { imageLayers: words, inside } = useAllMessages();
  const asked = useMemo(() => [container], [container]);
  useAskingLayers(asked);
  const told = useToldLayers();
  const image = imageOfContainer(container, told);
  const written = told.written.get(containerKey(container)) ?? { is: 'asked' };
  return (
    <Section title={words.heading}>
      <dl className="text-[0.8125rem]" data-image>
        {image.is === 'answered' ? (
          <ImageFacts {...{ snapshot, container }} image={image.answer} />
        ) : (
          <Fact label={words.image}>
            {image.is === 'asked' && <span className="text-dim">{words.asked}</span>}
            {image.is === 'refused' && inside.refused(image.code)}
            {image.is === 'unread' && <Unknown field="image">{inside.unknown(image.why)}</Unknown>}
          </Fact>
        )}
        <Fact label={words.written} command={proof.writtenSize(snapshot, container)}>
          {written.is === 'asked' && <span className="text-dim">{words.asked}</span>}
          {written.is === 'refused' && inside.refused(written.code)}
          {written.is === 'answered' && (
            <Known
              field="bytes"
              value={written.answer.bytes}
              unreadable={written.answer.unreadable}
            >
              {(bytes) => <span data-written={bytes}>{words.ownLayer(dockerSize(bytes))}</span>}
            </Known>
          )}
        </Fact>
      </dl>
      {told.images.is === 'answered' && (
        <div className="mt-1 text-sm">
          <ImagesButton />
        </div>
      )}
    </Section>
  );
}

interface ImageFactsProps {
  snapshot: Snapshot;
  container: Container;
  image: Image;
}

function ImageFacts({ snapshot, container, image }: ImageFactsProps) {
  const { imageLayers: words } = useAllMessages();
  const { id, tags, bytes, layers, unreadable } = image;
  const command = proof.imageHistory(snapshot, container, image.id);
  return (
    <>
      <Fact label={words.image}>
        <span className="font-mono" title={id}>
          {[...tags, shortId(id)].join(' · ')}
        </span>
      </Fact>
      <Fact label={words.layersOf} command={command}>
        <Known field="layers" value={layers} unreadable={unreadable}>
          {(all) => (
            <>
              {words.count(all.length, bytes === null ? null : dockerSize(bytes))}
              <details>
                <summary className="cursor-pointer py-1 text-dim">{words.topFirst}</summary>
                <ol reversed className="flex flex-col gap-1">
                  {all.toReversed().map((layer, nth) => (
                    <LayerRow
                      // The same layer can be there twice.
                      key={all.length - nth}
                      layer={layer}
                      why={unreadable['layers.instruction']}
                    />
                  ))}
                </ol>
              </details>
            </>
          )}
        </Known>
      </Fact>
    </>
  );
}
