/** Width of a character of the mono face, in ems. */
const MONO_EM = 0.61;

/** The width in pixels of a text in the mono face, about. */
export function monoWidth(text: string, size: number): number {
  // What is not Latin takes two columns in most faces: wide is the safe side.
  return [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0) * size * MONO_EM;
}

/** As much of a text in the mono face as fits, with `…` where something is missing. */
export function monoShortened(text: string, width: number, size: number): string {
  if (monoWidth(text, size) <= width) return text;
  const chars = [...text.slice(0, Math.max(1, Math.ceil(width / (size * MONO_EM))))];
  while (chars.length > 1 && monoWidth(`${chars.join('')}…`, size) > width) chars.pop();
  return `${chars.join('')}…`;
}
