import type { Image } from './image';

/** What all of these take: `once`, as they are kept, and `copies`, had each image its own layers. */
export interface LayersSum {
  layers: number;
  /** Null: of some layer it is not clear. */
  once: number | null;
  copies: number | null;
}

/**
 * A layer is the same where all below it are as well: an engine keeps it once for these. One image of which no layers
 * are told leaves open what all take.
 */
export function sumOfLayers(images: readonly Image[]): LayersSum {
  const each = images.flatMap(({ engine, layers }) =>
    (layers ?? []).map(({ bytes }, nth, all) => ({
      key: [engine, ...all.slice(0, nth + 1).map(({ digest }) => digest)].join(' '),
      bytes,
    })),
  );
  const once = new Map(each.map(({ key, bytes }) => [key, bytes]));
  const isWhole = images.every(({ layers }) => layers !== null);
  return {
    layers: once.size,
    once: isWhole ? sum([...once.values()]) : null,
    copies: isWhole ? sum(each.map((one) => one.bytes)) : null,
  };
}

function sum(all: readonly (number | null)[]): number | null {
  return all.reduce((before, each) => (before === null || each === null ? null : before + each), 0);
}
