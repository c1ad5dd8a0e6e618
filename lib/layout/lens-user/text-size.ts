/** Width of a character of the mono face, in ems; what is not Latin takes two. */
const MONO = 0.61;

/** How wide a text in the mono face is, in ems. */
export function monoEms(text: string): number {
  return [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0) * MONO;
}
