import type { Image } from './image';

/** How an image is called: by its first tag, else by twelve digits of its id. */
export function imageName({ id, tags }: Pick<Image, 'id' | 'tags'>): string {
  return tags[0] ?? shortId(id);
}

/** The digits that docker shows of an id. */
export function shortId(id: string): string {
  return id.replace(/^sha256:/, '').slice(0, 12);
}

/** By name, then by id and engine: the same whatever order they came in. */
export function imagesInOrder(images: readonly Image[]): Image[] {
  const key = (image: Image) => [imageName(image), image.id, image.engine].join('\0');
  return images.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
