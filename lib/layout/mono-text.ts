/** Width of a character of the mono face, in ems. */
const MONO_EM = 0.61;

/** How wide a text in the mono face is, in ems, about. */
export function monoEms(text: string): number {
  // What is not Latin takes two columns in most faces: wide is the safe side.
  return [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0) * MONO_EM;
}

/** The same in pixels. */
export function monoWidth(text: string, size: number): number {
  return monoEms(text) * size;
}

/** As much of a text in the mono face as fits, with `…` where something is missing. */
export function monoShortened(text: string, width: number, size: number): string {
  if (monoWidth(text, size) <= width) return text;
  const chars = [...text.slice(0, Math.max(1, Math.ceil(width / (size * MONO_EM))))];
  while (chars.length > 1 && monoWidth(`${chars.join('')}…`, size) > width) chars.pop();
  return `${chars.join('')}…`;
}

/** Both ends of a text in the mono face that does not fit. */
export function monoShortenedInside(text: string, width: number, size: number): string {
  if (monoWidth(text, size) <= width) return text;
  const chars = [...text];
  const most = Math.min(chars.length - 1, Math.max(2, Math.floor(width / (size * MONO_EM)) - 1));
  for (let kept = most; kept > 2; kept -= 1) {
    const both = bothEnds(chars, kept);
    if (monoWidth(both, size) <= width) return both;
  }
  return bothEnds(chars, 2);
}

function bothEnds(chars: readonly string[], kept: number): string {
  const head = Math.ceil(kept / 2);
  return `${chars.slice(0, head).join('')}…${chars.slice(chars.length - (kept - head)).join('')}`;
}

/** The end of a text in the mono face: of a path it tells more than the beginning. */
export function monoEnd(text: string, width: number, size: number): string {
  if (monoWidth(text, size) <= width) return text;
  const chars = [...text].slice(-Math.max(1, Math.ceil(width / (size * MONO_EM))));
  while (chars.length > 1 && monoWidth(`…${chars.join('')}`, size) > width) chars.shift();
  return `…${chars.join('')}`;
}
