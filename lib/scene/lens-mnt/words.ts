import { sansWidth, shortened } from '../../layout/node-text';
import type { MntMark, MntRole } from './mnt-role';

/** The size of nearly all that is written. */
export const SIZE = 12;
/** Width of a character of the mono face, in ems. */
const MONO = 0.61;

interface WordsOf {
  role: MntRole;
  text: string;
  x: number;
  /** The baseline. */
  y: number;
  is?: readonly string[];
  size?: number;
}

export function words({ role, text, x, y, is = [], size = SIZE }: WordsOf): MntMark {
  return { kind: 'text', role, is, x, y, size, text };
}

/** How wide a text in the mono face is; what is not Latin takes two columns. */
export function monoWidth(text: string, size = SIZE): number {
  return [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0) * size * MONO;
}

/** The end of a path that fits: it tells more than the beginning. What no line may hold is seen as one mark. */
export function pathIn(path: string, width: number): string {
  // eslint says nothing about \p: control characters break lines.
  const text = path.replace(/\p{Cc}/gu, '\u2423');
  if (monoWidth(text) <= width) return text;
  const chars = [...text];
  while (chars.length > 1 && monoWidth(`…${chars.join('')}`) > width) chars.shift();
  return `…${chars.join('')}`;
}

/** The first wording that fits, or the beginning of the last. */
export function fitted(wordings: readonly string[], width: number, bold = false): string {
  const fits = wordings.find((each) => sansWidth(each, SIZE, bold) <= width);
  return fits ?? shortened(wordings.at(-1) ?? '', width, SIZE, bold);
}
