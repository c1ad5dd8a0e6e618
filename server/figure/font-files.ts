import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FontName } from '@lib/figure/text';
import { ROOT } from '../root';

/** The fonts that come with nsview, each as the files of its weights. */
const FILES: Readonly<Record<FontName, readonly [file: string, upTo: number][]>> = {
  sans: [['inter.woff2', Infinity]],
  mono: [['jetbrains-mono.woff2', Infinity]],
  // What is heavier than this is drawn with the next.
  chinese: [
    ['noto-sans-sc-400.woff2', 500],
    ['noto-sans-sc-600.woff2', Infinity],
  ],
};

/** The file that a weight of a font is drawn with, as CSS chooses among them. */
export function fontFile(font: FontName, weight: number): string {
  return FILES[font].find(([, upTo]) => weight <= upTo)?.[0] ?? FILES[font][0]?.[0] ?? '';
}

/** The files that a font consists of. */
export function filesOf(font: FontName): string[] {
  return FILES[font].map(([file]) => file);
}

const read = new Map<string, Promise<Buffer>>();

/** What is in one of them, as woff2. */
export function fontBytes(file: string): Promise<Buffer> {
  const bytes = read.get(file) ?? readFile(join(ROOT, 'app/fonts', file));
  read.set(file, bytes);
  return bytes;
}
