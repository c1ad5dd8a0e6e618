import { monoEnd, monoShortenedInside } from '../../layout/mono-text';
import { sansWidth, shortened } from '../../layout/node-text';
import type { MntMark, MntRole } from './mnt-role';

/** The size of nearly all that is written. */
export const SIZE = 12;

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

/** The end of a path that fits: it tells more than the beginning. What no line may hold is seen as one mark. */
export function pathIn(path: string, width: number): string {
  return monoEnd(onOneLine(path), width, SIZE);
}

/** Both ends of a path that has room for them: where it is, and what. */
export function pathWithEnds(path: string, width: number): string {
  return monoShortenedInside(onOneLine(path), width, SIZE);
}

function onOneLine(path: string): string {
  // eslint says nothing about \p: control characters break lines.
  return path.replace(/\p{Cc}/gu, '\u2423');
}

/** The first wording that fits, or the beginning of the last. */
export function fitted(wordings: readonly string[], width: number, bold = false): string {
  const fits = wordings.find((each) => sansWidth(each, SIZE, bold) <= width);
  return fits ?? shortened(wordings.at(-1) ?? '', width, SIZE, bold);
}
