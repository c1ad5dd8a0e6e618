import equal from 'fast-deep-equal';
import type { Container } from '../model/container';
import { containerKey, type ContainerKey, type NamespaceId } from '../model/ids';
import { ASKED, isBusy, isForNow, type Asked } from '../protocol/asked';
import type { Image, ImagesReading, Written } from './image';

/** What was told of images, and of whose. */
interface ImagesTold extends ImagesReading {
  /** The containers that ran when it was asked: it does not tell of later ones. Null: of all there are. */
  about: readonly ContainerKey[] | null;
}

/** What is known of the images that containers run from, and of what these have written. */
export interface LayersTold {
  images: Asked<ImagesTold>;
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
  const { about } = images.answer;
  if (about !== null && !about.includes(containerKey({ engine, id }))) return ASKED;
  return { is: 'unread', why: images.answer.unreadable[`images.${engine}`] };
}

/**
 * What is known of images after an answer; the very same where it tells the same as before.
 *
 * @param about the containers that ran when it was asked
 */
export function imagesAfter(
  before: LayersTold['images'],
  outcome: Asked<ImagesReading>,
  about: readonly ContainerKey[],
): LayersTold['images'] {
  if (isBusy(outcome) || (isForNow(outcome) && before.is === 'answered')) return before;
  if (outcome.is !== 'answered') return equal(before, outcome) ? before : outcome;
  const { images, unreadable } = outcome.answer;
  const now = { is: outcome.is, answer: { images, unreadable, about } };
  return equal(before, now) ? before : now;
}

/** With what came of some containers; the very same where it tells the same as before. */
export function writtenAfter(
  before: LayersTold['written'],
  asked: readonly ContainerKey[],
  outcome: Exclude<Asked<readonly Written[]>, { is: 'asked' }>,
): LayersTold['written'] {
  // Others ask as well: it is asked for again.
  if (isBusy(outcome)) return before;
  const after = new Map(before);
  if (outcome.is === 'refused') {
    const stays = (key: ContainerKey) => isForNow(outcome) && before.get(key)?.is === 'answered';
    for (const key of asked) if (!stays(key)) after.set(key, outcome);
  } else {
    // What has no row does not run any more.
    for (const key of asked) after.delete(key);
    for (const row of outcome.answer) {
      const key = containerKey({ engine: row.engine, id: row.container });
      after.set(key, { is: 'answered', answer: row });
    }
  }
  const isSame =
    after.size === before.size && asked.every((key) => equal(after.get(key), before.get(key)));
  return isSame ? before : after;
}

/** Without what is known of containers that are gone; the very same where none is. */
export function withoutGone<T>(
  known: ReadonlyMap<ContainerKey, T>,
  containers: readonly { engine: string; id: string }[],
): ReadonlyMap<ContainerKey, T> {
  const there = new Set(containers.map(containerKey));
  const kept = [...known].filter(([key]) => there.has(key));
  return kept.length === known.size ? known : new Map(kept);
}

/** The containers that run and have one of these mount namespaces for their own. */
export function runningIn(
  containers: readonly Container[],
  namespaces: readonly NamespaceId[],
): Container[] {
  const wanted = new Set(namespaces);
  return containers.filter(
    ({ pid, namespaces: { mnt } }) => pid > 0 && mnt !== null && wanted.has(mnt),
  );
}

/** Is something of these containers on its way? */
export function isOnItsWay(
  containers: readonly { engine: string; id: string; pid: number }[],
  told: LayersTold,
): boolean {
  const running = containers.filter(({ pid }) => pid > 0);
  return running.some(
    (each) => imageOfContainer(each, told).is === 'asked' || !told.written.has(containerKey(each)),
  );
}
