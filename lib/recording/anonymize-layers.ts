import type { Unreadable } from '../model/unreadable';
import type { LayersReading } from './layers';
import { replaceNames, type Names } from './names';

/** What was told of layers, in which the machine's and its users' names are replaced. */
export function anonymousLayers({ images, written }: LayersReading, names: Names): LayersReading {
  const text = (told: string) => replaceNames(told, names);
  const reasons = (told: Unreadable) =>
    Object.fromEntries(Object.entries(told).map(([key, why]) => [text(key), text(why)]));
  return {
    images: {
      images: images.images.map((image) => ({
        ...image,
        engine: text(image.engine),
        tags: image.tags.map(text),
        layers:
          image.layers?.map((layer) => ({
            ...layer,
            instruction: layer.instruction === null ? null : text(layer.instruction),
          })) ?? null,
        unreadable: reasons(image.unreadable),
      })),
      unreadable: reasons(images.unreadable),
    },
    written: written.map((row) => ({
      ...row,
      engine: text(row.engine),
      unreadable: reasons(row.unreadable),
    })),
  };
}
