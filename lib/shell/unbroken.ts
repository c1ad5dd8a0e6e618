/** A part of a line, and whether it lies in what is marked there. */
interface Part {
  text: string;
  isMarked: boolean;
}

/** What is broken over two lines only where it alone is longer than one. */
type Piece = Part[];

/**
 * A line for a shell as it may be broken when it is shown: between words, and in a word that is too long behind its
 * slashes and commas. Nowhere else, for what is typed from two lines would be something else: `--pid=` and `container:c1`.
 *
 * @param mark the part that makes the difference; null: there is none
 * @returns words, and what is between them, each in its pieces
 */
export function unbroken(line: string, mark: string | null): Piece[][] {
  const from = mark === null ? -1 : line.indexOf(mark);
  const to = from < 0 || mark === null ? -1 : from + mark.length;
  let at = 0;
  const partsOf = (piece: string): Piece => {
    const ends = [from, to].map((end) => Math.min(Math.max(end - at, 0), piece.length));
    const [start = 0, end = 0] = ends;
    at += piece.length;
    return [
      { text: piece.slice(0, start), isMarked: false },
      { text: piece.slice(start, end), isMarked: true },
      { text: piece.slice(end), isMarked: false },
    ].filter(({ text }) => text !== '');
  };
  return line
    .split(/(\s+)/)
    .filter((word) => word !== '')
    .map((word) => word.split(/(?<=[/,])(?=[^/,])/).map(partsOf));
}
