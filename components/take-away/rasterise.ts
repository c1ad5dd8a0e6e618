import { withFonts, type FigureFont } from '@lib/figure/frame';
import type { Size } from '@lib/layout/geometry';

/** Pixels of a picture for each of the screen, and the longest side that canvases take. */
const PIXELS = 2;
const LONGEST = 16_384;

/** The strip below the picture in which each font writes a letter, and how long it may take, in ms. */
const STRIP = 40;
const PATIENCE = 15_000;

/** A figure as PNG. @throws when a font does not load or the browser has no room for it */
export async function rasterised(
  svg: string,
  size: Size,
  fonts: readonly FigureFont[],
): Promise<Blob> {
  const type = 'image/svg+xml';
  const probed = withProbes(withFonts(svg, fonts), size, fonts);
  const url = URL.createObjectURL(new Blob([probed], { type }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    await fontsShow(image, size, fonts.length);
    const scale = Math.min(PIXELS, LONGEST / Math.max(size.width, size.height));
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

/**
 * A picture loads the fonts in it in its own time, and tells nobody. So each writes a letter below
 * the picture: the font is there when its letter is.
 */
function withProbes(svg: string, { width, height }: Size, fonts: readonly FigureFont[]): string {
  const letters = fonts.map(({ family, weight }, index) => {
    const at = `x="${index * STRIP + 4}" y="${height + STRIP - 8}" font-size="30"`;
    const face = `font-family="'${family}'" font-weight="${weight.split(' ').at(-1) ?? '400'}"`;
    return `<text ${at} ${face} fill="#000">${family.endsWith('SC') ? '中' : 'M'}</text>`;
  });
  const strip = `<rect y="${height}" width="${width}" height="${STRIP}" fill="#fff"/>`;
  const [before, after] = [height, height + STRIP].map(
    (high) => `height="${high}" viewBox="0 0 ${width} ${high}"`,
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
