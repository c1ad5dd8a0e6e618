import type { Image } from '../images/image';
import type { Unreadable } from '../model/unreadable';
import type { LayersReading } from './layers';
import { replaceNames, type Names } from './names';

/** What was told of layers, in which the machine's and its users' names are replaced. */
export function anonymousLayers({ images, written }: LayersReading, names: Names): LayersReading {
  const text = (told: string) => replaceNames(told, names);
  return {
    images: {
      images: images.images.map((image) => anonymousImage(image, text)),
      unreadable: anonymousReasons(images.unreadable, text),
    },
    written: written.map((row) => ({
      ...row,
      engine: text(row.engine),
      unreadable: anonymousReasons(row.unreadable, text),
    })),
  };
}

/** The same of one image. @param text replaces names in what is told */
export function anonymousImage(image: Image, text: (told: string) => string): Image {
  return {
    ...image,
    engine: text(image.engine),
    tags: image.tags.map(text),
    layers: ofNobody(image.layers, text),
    steps: ofNobody(image.steps, text),
    unreadable: anonymousReasons(image.unreadable, text),
  };
}

/** The same of why something is not known: an engine's own words may be among them. */
export function anonymousReasons(told: Unreadable, text: (told: string) => string): Unreadable {
  return Object.fromEntries(Object.entries(told).map(([key, why]) => [text(key), text(why)]));
}

/** The same, with instructions in which names are replaced. */
function ofNobody<T extends { instruction: string | null }>(
  all: readonly T[] | null,
  text: (told: string) => string,
): T[] | null {
  const said = (told: string | null) => (told === null ? null : text(told));
  return all?.map((each) => ({ ...each, instruction: said(each.instruction) })) ?? null;
}
