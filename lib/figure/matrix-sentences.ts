import { sharingSentences } from './description';
import { MARGIN } from './frame';
import type { Pen } from './matrix-pen';
import { node } from './svg';
import { wrapped } from '../layout/wrapped';
import { textLine } from './text';

const SENTENCE = { size: 13, line: 20, narrowest: 440 };

/** The sentences in as many columns as there is room for, filled one after the other. */
export function sentencesOf(pen: Pen) {
  const { snapshot, whole, messages, size, ink } = pen;
  const { palette } = ink;
  const room = size.width - 2 * MARGIN;
  const columns = Math.max(1, Math.floor(room / SENTENCE.narrowest));
  const width = room / columns;
  const sentences = sharingSentences(snapshot, whole, messages).map((sentence) =>
    wrapped(sentence, width - 24, SENTENCE.size),
  );
  if (sentences.length === 0) return { height: 0, draw: () => [] };
  // A sentence stays whole: it goes where the columns before it are filled evenly.
  const even = Math.ceil(sentences.flat().length / columns);
  const filled: string[][] = [[]];
  for (const lines of sentences) {
    if ((filled.at(-1)?.length ?? 0) >= even) filled.push([]);
    filled.at(-1)?.push(...lines);
  }
  const rows = Math.max(...filled.map((lines) => lines.length));
  const draw = (y: number) => [
    node('line', { x1: MARGIN, x2: size.width - MARGIN, y1: y, y2: y, stroke: palette.line }),
    ...filled.flatMap((lines, column) =>
      lines.map((line, row) =>
        textLine(line, MARGIN + column * width, y + 28 + row * SENTENCE.line, {
          size: SENTENCE.size,
          fill: palette.text,
        }),
      ),
    ),
  ];
  return { height: rows * SENTENCE.line + 20, draw };
}
