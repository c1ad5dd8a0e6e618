import { sansWidth } from '../layout/node-text';
import type { ShownSandboxes } from '../select/shown-sandboxes';
import type { SharingGraph } from '../sharing/graph';
import { sharingsOf } from '../scene/sandbox-thing';
import { LEGEND_SIGNS, legendKinds } from '../scene/sharing-legend';
import type { Drawing } from './drawing';
import { MARGIN } from './frame';
import { arcLook } from './arc-look';
import { node, type SvgNode } from './svg';
import { baseline } from '../scene/baseline';
import { textLine } from './text';

const SIZE = 12;
const LINE = 22;
const BOTTOM = 18;
const SWATCH = { width: 21, height: 11 };
const GAP = 24;

/** One thing that a legend explains: a mark and words. */
interface Entry {
  /** Draws the mark, `x` its left edge and `y` its middle. */
  mark: (x: number, y: number) => SvgNode[];
  markWidth: number;
  text: string;
}

/** Entries in lines, which stand at the bottom of a figure. */
export interface Legend {
  lines: number;
  /** @param height of the figure */
  at: (height: number) => SvgNode[];
}

/** The room that a legend takes at the bottom, the free space around it included. */
export function legendHeight({ lines }: Legend): number {
  return lines === 0 ? BOTTOM : lines * LINE + BOTTOM + 8;
}

/** Entries side by side, in as many lines as the width asks for. */
export function legendOf(entries: readonly Entry[], { size, ink }: Drawing): Legend {
  const rows: { entry: Entry; x: number }[][] = [];
  let right = Infinity;
  for (const entry of entries) {
    const width = entry.markWidth + sansWidth(entry.text, SIZE);
    if (right + width > size.width - MARGIN) {
      rows.push([]);
      right = MARGIN;
    }
    rows.at(-1)?.push({ entry, x: right });
    right += width + GAP;
  }
  return {
    lines: rows.length,
    at: (height) =>
      rows.flatMap((row, index) => {
        const y = height - BOTTOM - (rows.length - index - 0.5) * LINE;
        return row.flatMap(({ entry, x }) => [
          ...entry.mark(x, y),
          textLine(entry.text, x + entry.markWidth, baseline(y, SIZE), {
            size: SIZE,
            fill: ink.palette['text-dim'],
          }),
        ]);
      }),
  };
}

/** A dot in a colour with a name to it. */
export function dotEntry(colour: string, text: string): Entry {
  const radius = 5;
  return {
    mark: (x, y) => [node('circle', { cx: x + radius, cy: y, r: radius, fill: colour })],
    markWidth: 2 * radius + 7,
    text,
  };
}

/** What the fills of arcs mean. */
export function sharingLegend(
  graph: SharingGraph,
  sandboxes: ShownSandboxes | null,
  drawing: Drawing,
): Legend {
  const { messages, ink } = drawing;
  const { legend } = messages.sharing;
  const present = new Set([
    ...graph.nodes.flatMap(({ container }) => Object.values(container.sharing)),
    ...(sandboxes === null ? [] : sharingsOf(sandboxes)),
  ]);
  const entries = legendKinds(present).map((kind): Entry => {
    const { fill, stroke, width, dashes, letter } = arcLook('pid', kind, ink);
    return {
      mark: (x, y) => [
        node('rect', {
          x,
          y: y - SWATCH.height / 2,
          ...SWATCH,
          rx: 2,
          fill,
          stroke,
          'stroke-width': width,
          'stroke-dasharray': dashes,
        }),
        ...(LEGEND_SIGNS[kind] !== undefined && letter !== null
          ? [
              textLine(LEGEND_SIGNS[kind], x + SWATCH.width / 2, baseline(y, 9.5), {
                size: 9.5,
                weight: 700,
                anchor: 'middle',
                fill: letter,
                struck: kind === 'absent',
              }),
            ]
          : []),
      ],
      markWidth: SWATCH.width + 8,
      text: legend[kind],
    };
  });
  return legendOf(
    sandboxes === null || sandboxes.sandboxes.length === 0
      ? entries
      : [...entries, squareEntry(drawing)],
    drawing,
  );
}

/** What a square is. */
function squareEntry({ messages, ink }: Drawing): Entry {
  const { stroke, width } = arcLook('pid', 'own', ink);
  const [half, room] = [5, 3];
  const square = (side: number, x: number, y: number) =>
    node('rect', {
      ...{ x: x - side, y: y - side, width: 2 * side, height: 2 * side },
      ...{ fill: 'none', stroke, 'stroke-width': width },
    });
  return {
    mark: (x, y) => [half, half - room].map((side) => square(side, x + half, y)),
    markWidth: 2 * half + 8,
    text: messages.sandboxes.legend,
  };
}
