import equal from 'fast-deep-equal';
import { containerKey, type ContainerKey } from '../model/ids';
import { ASKED, type Asked } from '../protocol/asked';
import type { Image, ImagesReading, Written } from './image';

/** What is known of the images that containers run from, and of what these have written. */
export interface LayersTold {
  images: Asked<ImagesReading>;
  written: ReadonlyMap<ContainerKey, Asked<Written>>;
}

/** Nothing came yet. */
export const NO_LAYERS_TOLD: LayersTold = { images: ASKED, written: new Map() };

/** The image that a container runs from, or why it is not known: a text, of an engine or of the system. */
export function imageOfContainer(
  { engine, id }: { engine: string; id: string },
  { images }: LayersTold,
): Asked<Image> | { is: 'unread'; why: string | undefined } {
  if (images.is !== 'answered') return images;
  const image = images.answer.images.find(
    (each) => each.engine === engine && each.containers.includes(id),
  );
  if (image !== undefined) return { is: 'answered', answer: image };
  return { is: 'unread', why: images.answer.unreadable[`images.${engine}`] };
}

/** What is known of images after an answer; the very same where it tells the same as before. */
export function imagesAfter(
  before: LayersTold['images'],
  outcome: LayersTold['images'],
): LayersTold['images'] {
  if (outcome.is !== 'answered') return equal(before, outcome) ? before : outcome;
  const { images, unreadable } = outcome.answer;
  const now = { is: outcome.is, answer: { images, unreadable } };
  return equal(before, now) ? before : now;
}

/** With what came of some containers; the very same where it tells the same as before. */
export function writtenAfter(
  before: LayersTold['written'],
  asked: readonly ContainerKey[],
  outcome: Exclude<Asked<readonly Written[]>, { is: 'asked' }>,
): LayersTold['written'] {
  // Others ask as well: it is asked for again.
  if (outcome.is === 'refused' && outcome.code === 'busy') return before;
  const after = new Map(before);
  // What has no row does not run any more.
  for (const key of asked) after.delete(key);
  if (outcome.is === 'refused') for (const key of asked) after.set(key, outcome);
  else {
    for (const row of outcome.answer) {
      const key = containerKey({ engine: row.engine, id: row.container });
      after.set(key, { is: 'answered', answer: row });
    }
  }
  const isSame =
    after.size === before.size && asked.every((key) => equal(after.get(key), before.get(key)));
  return isSame ? before : after;
}

/** Is something of these containers on its way? */
export function isOnItsWay(
  containers: readonly { engine: string; id: string; pid: number }[],
  { images, written }: LayersTold,
): boolean {
  const running = containers.filter(({ pid }) => pid > 0);
  if (running.length === 0) return false;
  return images.is === 'asked' || running.some((each) => !written.has(containerKey(each)));
}
