import { withFonts, type FigureFont } from '@lib/figure/frame';
import type { Size } from '@lib/layout/geometry';

/** The longest side that canvases take, in pixels. */
const LONGEST = 16_384;

/** The strip below the picture in which each font writes a letter, and how long it may take, in ms. */
const STRIP = 40;
const PATIENCE = 15_000;

/** How large a figure is, and where what is seen of it begins. */
interface Seen extends Size {
  left: number;
  top: number;
}

/**
 * A figure as PNG.
 *
 * @param pixels for each of the figure; fewer where it would be longer than canvases are
 * @throws when a font does not load or the browser has no room for it
 */
export async function rasterised(
  svg: string,
  fonts: readonly FigureFont[],
  pixels: number,
): Promise<Blob> {
  const size = seenOf(svg);
  const type = 'image/svg+xml';
  const probed = withProbes(withFonts(svg, fonts), size, fonts);
  const url = URL.createObjectURL(new Blob([probed], { type }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    await fontsShow(image, size, fonts.length);
    const scale = Math.min(pixels, LONGEST / Math.max(size.width, size.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(size.width * scale);
    canvas.height = Math.round(size.height * scale);
    const { width, height } = size;
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0, width, height, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error(`${canvas.width} × ${canvas.height}`);
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** As the first line of a figure has it. */
function seenOf(svg: string): Seen {
  const [, ...numbers] = /^<svg [^>]*viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(svg) ?? [];
  const [left = 0, top = 0, width = 0, height = 0] = numbers.map(Number);
  return { left, top, width, height };
}

/**
 * A picture loads the fonts in it in its own time, and tells nobody. So each writes a letter below
 * the picture: the font is there when its letter is.
 */
function withProbes(svg: string, seen: Seen, fonts: readonly FigureFont[]): string {
  const { left, top, width, height } = seen;
  const below = top + height;
  const letters = fonts.map(({ family, weight }, index) => {
    const at = `x="${left + index * STRIP + 4}" y="${below + STRIP - 8}" font-size="30"`;
    const face = `font-family="'${family}'" font-weight="${weight.split(' ').at(-1) ?? '400'}"`;
    return `<text ${at} ${face} fill="#000">${family.endsWith('SC') ? '中' : 'M'}</text>`;
  });
  const strip = `<rect x="${left}" y="${below}" width="${width}" height="${STRIP}" fill="#fff"/>`;
  const [before, after] = [height, height + STRIP].map(
    (high) => `height="${high}" viewBox="${left} ${top} ${width} ${high}"`,
  );
  return svg
    .replace(before ?? '', after ?? '')
    .replace(/<\/svg>\s*$/, `${strip}${letters.join('')}</svg>`);
}

async function fontsShow(image: HTMLImageElement, { height }: Size, count: number): Promise<void> {
  if (count === 0) return;
  const canvas = document.createElement('canvas');
  canvas.width = count * STRIP;
  canvas.height = STRIP;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const until = performance.now() + PATIENCE;
  for (;;) {
    const { width } = canvas;
    context?.drawImage(image, 0, height, width, STRIP, 0, 0, width, STRIP);
    const shown = Array.from({ length: count }, (_, index) => {
      const data = context?.getImageData(index * STRIP, 0, STRIP, STRIP).data ?? [];
      return data.some((value, at) => at % 4 === 0 && value < 128);
    });
    if (shown.every(Boolean)) return;
    if (performance.now() > until) throw new Error('fonts did not load');
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
