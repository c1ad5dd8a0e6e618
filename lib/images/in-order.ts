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

/** What all of these take: `once`, as they are kept, and `copies`, had each image its own layers. */
export interface LayersSum {
  layers: number;
  /** Null: of some layer it is not clear. */
  once: number | null;
  copies: number | null;
}

/** A layer is the same where all below it are as well: an engine keeps it once for these. */
export function sumOfLayers(images: readonly Image[]): LayersSum {
  const each = images.flatMap(({ engine, layers }) =>
    (layers ?? []).map(({ bytes }, nth, all) => ({
      key: [engine, ...all.slice(0, nth + 1).map(({ digest }) => digest)].join(' '),
      bytes,
    })),
  );
  const once = new Map(each.map(({ key, bytes }) => [key, bytes]));
  return {
    layers: once.size,
    once: sum([...once.values()]),
    copies: sum(each.map((one) => one.bytes)),
  };
}

function sum(all: readonly (number | null)[]): number | null {
  return all.reduce((before, each) => (before === null || each === null ? null : before + each), 0);
}
