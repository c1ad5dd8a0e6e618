import type { Size } from '../layout/geometry';

/** Smaller than this, nothing can be read. */
export const LEAST: Size = { width: 480, height: 320 };
/** Larger than this, nobody has a screen or a page for it. */
export const LARGEST: Size = { width: 4096, height: 4096 };
/** As large as a column of text in documentation. */
export const USUAL: Size = { width: 960, height: 540 };

/** Is it a size that a figure can be asked for in? */
export function isPossibleSize({ width, height }: Size): boolean {
  return (
    width >= LEAST.width &&
    height >= LEAST.height &&
    width <= LARGEST.width &&
    height <= LARGEST.height
  );
}

/** Reads `960x540`; null: it is no size, or none that a figure can be asked for in. */
export function parseSize(text: string): Size | null {
  const [, width = '', height = ''] = /^(\d{1,5})x(\d{1,5})$/.exec(text) ?? [];
  const size = { width: Number(width), height: Number(height) };
  return isPossibleSize(size) ? size : null;
}
