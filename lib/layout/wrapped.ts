import { sansWidth } from './node-text';

/** Chinese breaks anywhere, other text at spaces. */
const PIECES =
  /[（“]*[^\s\u3000-\u9fff\uff00-\uffef]+[，。；：、！？）”]*\s*|[（“]*[\u3000-\u9fff\uff00-\uffef][，。；：、！？）”]*|\s+/gu;

/** A text in lines that are no wider than `width`. */
export function wrapped(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(PIECES) ?? []) {
    if (line !== '' && sansWidth(`${line}${piece.trimEnd()}`, size) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}
