/** A part of a line, and whether it lies in what is marked there. */
interface Part {
  text: string;
  isMarked: boolean;
}

/** What is broken over two lines only where it alone is longer than one. */
type Piece = Part[];

/** What is between words; but for an option and what follows it, which is often its value. */
const BETWEEN = /(?<!(?:^|\s)--?[A-Za-z][\w-]*)\s+|\s+(?=-)/g;

/** Behind slashes and commas, and between an option and a path. */
const INSIDE = /(?<=[/,])(?=[^/,])|(?=\s+\/)|(?<=\s)(?=\/)/;

/**
 * A line for a shell as it may be broken when it is shown: between words, and in a word that is too long behind its
 * slashes and commas. Nowhere else, for what is typed from two lines would be something else: `--pid=` and `container:c1`.
 * An option stands with what follows it, and what makes the difference stands together.
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
  return wordsOf(line, from, to).map((word) => word.split(INSIDE).map(partsOf));
}

/** Words, and what is between them; from one end of what is marked to the other there is nothing between. */
function wordsOf(line: string, from: number, to: number): string[] {
  const gaps = [...line.matchAll(BETWEEN)].filter(
    ({ index, 0: gap }) => index + gap.length <= from || index >= to,
  );
  const ends = gaps.flatMap(({ index, 0: gap }) => [index, index + gap.length]);
  return [0, ...ends]
    .map((start, nth) => line.slice(start, ends[nth] ?? line.length))
    .filter((word) => word !== '');
}
