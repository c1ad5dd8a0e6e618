import { findImage } from '../images/find-image';
import type { Image } from '../images/image';
import { findContainer } from '../model/container-ref';
import type { DetailReader } from './detail-reader';
import { NotThere, type Teller } from './handler';

/** @throws NotThere where there is none, another error where one that may have it does not tell */
export async function answerImage(
  ref: string,
  details: Pick<DetailReader, 'images'>,
): Promise<Image> {
  const { images, unreadable } = await details.images('all');
  const image = findImage(images, ref);
  if (image !== null) return image;
  const [untold] = Object.entries(unreadable);
  if (untold === undefined) throw new NotThere('there is no such image');
  throw new Error(`not all images are known: ${untold.join(': ')}`);
}

/** What containers have written, of those that run. */
export async function answerWritten(
  refs: readonly string[],
  machine: Pick<Teller, 'fresh' | 'details'>,
) {
  const snapshot = await machine.fresh();
  const found = refs.flatMap((ref) => findContainer(snapshot, ref) ?? []);
  const running = [...new Set(found)].filter(({ pid }) => pid > 0);
  return machine.details.written(running.map(({ engine, id }) => ({ engine, container: id })));
}
