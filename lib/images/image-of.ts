import type { HistoryEntry, ImageReading } from '../docker/reading';
import type { Image, Layer } from './image';
import { matchLayers } from './match-layers';

/** What an engine tells of an image, and of the images that entries of its history name. */
export interface ImageTold {
  image: ImageReading;
  /** The oldest first; a text: why it is not told. */
  history: readonly HistoryEntry[] | string;
  /** Image id → how many layers it has. */
  layersOf: ReadonlyMap<string, number>;
}

/** An image with what made each of its layers, without what others make of it. */
export function imageOf(
  { image, history, layersOf }: ImageTold,
  containers: readonly string[],
): Omit<Image, 'engine'> {
  const { id, tags, bytes, digests } = image;
  const unreadable = { ...image.unreadable };
  const isTold = typeof history !== 'string';
  const made = matchLayers(isTold ? history : [], digests?.length ?? null, layersOf);
  const why = isTold ? 'unclear' : history;
  const layers =
    digests?.map((digest, nth): Layer => {
      const { bytes: own = null, createdBy = null } = made.layers[nth] ?? {};
      return { digest, bytes: own, instruction: createdBy, sharedWith: [] };
    }) ?? null;
  if (layers?.some((layer) => layer.bytes === null) === true) unreadable['layers.bytes'] = why;
  if (layers?.some((layer) => layer.instruction === null) === true) {
    unreadable['layers.instruction'] = why;
  }
  const steps = isTold
    ? history.map(({ createdBy }, nth) => ({
        instruction: createdBy,
        ...(made.entries[nth] ?? { makes: 'unclear' as const, layer: null }),
      }))
    : null;
  if (!isTold) unreadable.steps = history;
  return { id, tags, bytes, layers, steps, containers: [...containers], unreadable };
}

/** Images of one engine, each layer with who else has it and all that is below it. */
export function withSharing<T extends Pick<Image, 'id' | 'layers'>>(images: readonly T[]): T[] {
  const having = new Map<string, string[]>();
  for (const { id, layers } of images) {
    for (const chain of chainsOf(layers)) having.set(chain, [...(having.get(chain) ?? []), id]);
  }
  return images.map((image) => {
    const chains = chainsOf(image.layers);
    const layers = image.layers?.map((layer, nth) => {
      const others = having.get(chains[nth] ?? '') ?? [];
      return { ...layer, sharedWith: others.filter((id) => id !== image.id) };
    });
    return { ...image, layers: layers ?? null };
  });
}

/** Of each layer, what tells it together with all below it from any other. */
function chainsOf(layers: readonly Layer[] | null): string[] {
  const digests = layers?.map(({ digest }) => digest) ?? [];
  return digests.map((_, nth) => digests.slice(0, nth + 1).join(' '));
}
