import { findImage } from '@lib/images/find-image';
import type { Image } from '@lib/images/image';
import { findContainer } from '@lib/select/container-ref';
import { NotThere, type Informant } from './handler';

/** @throws NotThere where there is none */
export async function answerImage(ref: string, machine: Informant): Promise<Image> {
  const { images } = await machine.images('all');
  const image = findImage(images, ref);
  if (image === null) throw new NotThere('there is no such image');
  return image;
}

/** What containers have written, of those that run. */
export async function answerWritten(refs: readonly string[], machine: Informant) {
  const snapshot = await machine.fresh();
  const found = refs.flatMap((ref) => findContainer(snapshot, ref) ?? []);
  const running = [...new Set(found)].filter(({ pid }) => pid > 0);
  return machine.written(running.map(({ engine, id }) => ({ engine, container: id })));
}
