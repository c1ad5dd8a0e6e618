import { FACT_LINE } from '../layout/lens/box-content';
import type { FactLine } from '../layout/lens/fact-line';
import type { FactBlock } from '../layout/lens/lens-layout';
import { monoShortenedInside, monoWidth } from '../layout/mono-text';
import { sansWidth, shortenedInside } from '../layout/node-text';
import type { LensRole } from './lens-role';
import type { Mark } from './mark';

const SIZE = 12;
/** Above the first line. */
const ABOVE = 4;
/** Between a label and what it is. */
const GAP = 8;
/** What shows how much is used. */
const BAR = { width: 40, height: 7 };
/** Labels take no more than so much of the width. */
const LABELS = 0.55;

/** What a namespace isolates, a line for each fact: a label, and after it what it is. */
export function factMarks({ x, y, width, lines }: FactBlock): Mark<LensRole>[] {
  const column = columnOf(lines, width);
  return lines.map((line, nth) => {
    const baseline = y + nth * FACT_LINE + SIZE + ABOVE;
    const { label, text, left } = fitted(line, column, width);
    const bar = line.used === null ? [] : barMarks(line.used, x + left, baseline);
    const after = x + left + (bar.length === 0 ? 0 : BAR.width + GAP);
    return {
      kind: 'group',
      role: 'fact',
      data: {
        fact: line.field,
        state: line.state,
        unreadable: line.state === 'unknown' ? line.field : null,
      },
      children: [
        ...(label === ''
          ? []
          : [{ kind: 'text', role: 'label', x, y: baseline, size: SIZE, text: label } as const]),
        ...bar,
        {
          kind: 'text',
          role: 'value',
          is: [line.state, ...(line.mono ? ['mono'] : [])],
          ...{ x: after, y: baseline, size: SIZE, text },
        },
      ],
    };
  });
}

/** Where what the labels are about begins: at one place for all that are not too long. */
function columnOf(lines: readonly FactLine[], width: number): number {
  const widths = lines
    .map(({ label }) => labelWidth(label))
    .filter((each) => each <= width * LABELS);
  return Math.max(0, ...widths);
}

function labelWidth(label: string): number {
  return label === '' ? 0 : sansWidth(label, SIZE) + GAP;
}

/** What a line says to who does not see it. */
export function factSentence({ label, texts }: FactLine): string {
  return [label, texts[0] ?? ''].filter((each) => each !== '').join(' ');
}

/** The longest wording that fits; a label is left out before what it is about is cut. */
function fitted(
  line: FactLine,
  column: number,
  width: number,
): { label: string; text: string; left: number } {
  const { label, texts, mono, used } = line;
  const bar = used === null ? 0 : BAR.width + GAP;
  const own = labelWidth(label);
  const textWidth = (text: string) => (mono ? monoWidth : sansWidth)(text, SIZE);
  for (const text of texts) {
    const left = [Math.max(own, column), own].find((each) => each + bar + textWidth(text) <= width);
    if (left !== undefined) return { label, text, left };
  }
  const shortest = texts.at(-1) ?? '';
  if (bar + textWidth(shortest) <= width) return { label: '', text: shortest, left: 0 };
  const shortening = mono ? monoShortenedInside : shortenedInside;
  const text = shortening(shortest, width - bar, SIZE);
  return { label: '', text, left: 0 };
}

function barMarks(used: number, x: number, baseline: number): Mark<LensRole>[] {
  const { width, height } = BAR;
  const shape = { kind: 'rect', x, y: baseline - height - 1, height, rx: height / 2 } as const;
  return [
    { ...shape, role: 'bar', width },
    // Of what is used at all something is seen.
    ...(used === 0
      ? []
      : [{ ...shape, role: 'barUsed', width: Math.max(height, used * width) } as const]),
  ];
}
