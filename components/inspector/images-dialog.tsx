import { useMemo, useRef } from 'react';
import { useAnswer } from '@components/store/answer';
import { useAllMessages } from '@components/store/messages';
import type { Image } from '@lib/images/image';
import { imagesInOrder } from '@lib/images/in-order';
import { dockerSize } from '@lib/images/size';
import { sumOfLayers } from '@lib/images/sum-of-layers';
import { images as question } from '@lib/questions/images';
import { Dialog } from '../ui/dialog';
import type { DialogProps } from '../ui/dialog-button';
import { ImageCard } from './image-card';
import { Unknown } from './known';

/** Milliseconds until they are asked about again. */
const EVERY = 10_000;
const ALL = {};
const NONE: readonly Image[] = [];

/** All images, what they are made of, who runs from them, and which layers they share. */
export function ImagesDialog({ onClose }: DialogProps) {
  const { imageLayers, imageList: words, inside } = useAllMessages();
  const asked = useAnswer('images', question, ALL, EVERY);
  const told = asked.is === 'answered' ? asked.answer.images : NONE;
  const images = useMemo(() => imagesInOrder(told), [told]);
  const untold = asked.is === 'answered' ? Object.entries(asked.answer.unreadable) : [];
  const used = images.filter(({ containers }) => containers.length > 0);
  const unused = images.filter(({ containers }) => containers.length === 0);
  const dialog = useRef<HTMLDialogElement>(null);
  const leave = () => dialog.current?.close();
  return (
    <Dialog
      ref={dialog}
      title={words.title}
      close={words.close}
      data-images
      className="w-[min(72rem,96vw)] p-5 text-sm"
      onClose={onClose}
    >
      {asked.is === 'asked' && <p className="text-dim">{imageLayers.asked}</p>}
      {asked.is === 'refused' && <p className="text-warn">{inside.refused(asked.code)}</p>}
      {asked.is === 'answered' &&
        (images.length === 0 ? <p>{words.none}</p> : <Sum images={images} />)}
      {untold.map(([field, why]) => (
        <Unknown key={field} field={field}>
          {field.startsWith('unused.') ? words.unusedUnknown(why) : inside.unknown(why)}
        </Unknown>
      ))}
      <Cards shown={used} {...{ images, leave }} />
      {unused.length > 0 && (
        <section data-unused={unused.length}>
          <h3 className="mt-5 font-semibold">{words.unused(unused.length)}</h3>
          <Cards shown={unused} {...{ images, leave }} />
        </section>
      )}
    </Dialog>
  );
}

interface CardsProps {
  shown: readonly Image[];
  /** All that there are. */
  images: readonly Image[];
  leave: () => void;
}

function Cards({ shown, images, leave }: CardsProps) {
  return (
    <ul className="mt-3 grid grid-cols-[repeat(auto-fill,minmax(min(24rem,100%),1fr))] items-start gap-3">
      {shown.map((image) => (
        <ImageCard key={`${image.engine} ${image.id}`} {...{ image, images }} onLeave={leave} />
      ))}
    </ul>
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
