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
        layers: ofNobody(image.layers, text),
        steps: ofNobody(image.steps, text),
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

/** The same, with instructions in which names are replaced. */
function ofNobody<T extends { instruction: string | null }>(
  all: readonly T[] | null,
  text: (told: string) => string,
): T[] | null {
  const said = (told: string | null) => (told === null ? null : text(told));
  return all?.map((each) => ({ ...each, instruction: said(each.instruction) })) ?? null;
}
