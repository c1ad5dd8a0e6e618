import { create } from 'zustand';
import { LARGEST, LEAST } from '@lib/figure/figure-size';
import type { Size } from '@lib/layout/geometry';

export const PIXELS = [1, 2, 3, 4] as const;

/** How pictures are made: who makes several of a kind says it once. */
interface PictureChoice {
  /** Null: as large as the canvas is. */
  size: Size | null;
  /** Pixels of a PNG for each of the figure. */
  pixels: (typeof PIXELS)[number];
  isTrimmed: boolean;
}

export const usePictureChoice = create<PictureChoice>()(() => ({
  size: null,
  pixels: 2,
  isTrimmed: false,
}));

/** As large as the view is on the page, where a figure can be. */
export function canvasSize(): Size {
  const { clientWidth, clientHeight } = document.getElementById('view') ?? document.documentElement;
  const within = (side: keyof Size, length: number) =>
    Math.min(LARGEST[side], Math.max(LEAST[side], length));
  return { width: within('width', clientWidth), height: within('height', clientHeight) };
}
