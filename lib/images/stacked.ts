import type { Image, Layer } from './image';

/** A layer in a picture of images that stand side by side: one block, however many of them it is in. */
export interface Block {
  layer: Layer;
  /** How many are below it. */
  level: number;
  /** The first of the images that it is in, from 0, and how many of those beside that have it, and all below it, too. */
  first: number;
  across: number;
}

/**
 * The layers of images that stand side by side, the highest first and then from the left. Neighbours that are built on
 * the same have it once.
 */
export function stacked(images: readonly Pick<Image, 'layers'>[]): Block[] {
  const stacks = images.map(({ layers }) => layers ?? []);
  const upTo = (nth: number, level: number) =>
    (stacks[nth] ?? [])
      .slice(0, level + 1)
      .map(({ digest }) => digest)
      .join(' ');
  const levels = Math.max(0, ...stacks.map(({ length }) => length));
  const blocks: Block[] = [];
  for (let level = levels - 1; level >= 0; level -= 1) {
    let last: Block | null = null;
    for (const [nth, stack] of stacks.entries()) {
      const layer = stack[level];
      if (layer === undefined) {
        last = null;
      } else if (last !== null && upTo(nth, level) === upTo(last.first, level)) {
        last.across += 1;
      } else {
        last = { layer, level, first: nth, across: 1 };
        blocks.push(last);
      }
    }
  }
  return blocks;
}
