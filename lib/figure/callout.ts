import type { Box } from '../layout/geometry';
import { sansWidth } from '../layout/node-text';
import { wrapped } from '../layout/wrapped';
import type { Palette } from './palette';
import { group, node, type SvgNode } from './svg';
import { textLine } from './text';

/** Where a call-out stands, beside what it is about. */
export const SIDES = ['right', 'left', 'top', 'bottom'] as const;
export type Side = (typeof SIDES)[number];

export interface Callout {
  /** Where that is which it is about. */
  about: Box;
  side: Side;
  text: string;
  /** Pixels between them. */
  distance: number;
}

const SIZE = 14;
const LINE = 20;
const PAD = { x: 12, y: 8 };
const WIDEST = 220;
/** A line ends in it, so that it is seen what it points to. */
const DOT = 3.5;

/** A few words beside something, with a line to it, and the room that they take. */
export function calloutDrawing(
  { about, side, text, distance }: Callout,
  palette: Palette,
): { drawing: SvgNode; box: Box } {
  const lines = wrapped(text, WIDEST, SIZE);
  const width = Math.max(...lines.map((line) => sansWidth(line, SIZE, true))) + 2 * PAD.x;
  const height = lines.length * LINE + 2 * PAD.y;
  const middle = { x: (about.left + about.right) / 2, y: (about.top + about.bottom) / 2 };
  const { from, to, left, top } = {
    right: {
      from: { x: about.right, y: middle.y },
      to: { x: about.right + distance, y: middle.y },
      left: about.right + distance,
      top: middle.y - height / 2,
    },
    left: {
      from: { x: about.left, y: middle.y },
      to: { x: about.left - distance, y: middle.y },
      left: about.left - distance - width,
      top: middle.y - height / 2,
    },
    top: {
      from: { x: middle.x, y: about.top },
      to: { x: middle.x, y: about.top - distance },
      left: middle.x - width / 2,
      top: about.top - distance - height,
    },
    bottom: {
      from: { x: middle.x, y: about.bottom },
      to: { x: middle.x, y: about.bottom + distance },
      left: middle.x - width / 2,
      top: about.bottom + distance,
    },
  }[side];
  const drawing = group({ 'data-callout': side }, [
    node('line', {
      ...{ x1: from.x, y1: from.y, x2: to.x, y2: to.y },
      stroke: palette.text,
      'stroke-width': 1.5,
    }),
    node('circle', {
      ...{ cx: from.x, cy: from.y, r: DOT, fill: palette.text },
      stroke: palette.ground,
      'stroke-width': 1.5,
    }),
    node('rect', {
      ...{ x: left, y: top, width, height, rx: 8 },
      ...{ fill: palette.surface, stroke: palette.text, 'stroke-width': 1.5 },
    }),
    ...lines.map((line, nth) =>
      textLine(line, left + PAD.x, top + PAD.y + nth * LINE + 15, {
        ...{ size: SIZE, weight: 600, fill: palette.text },
      }),
    ),
  ]);
  return { drawing, box: { left, top, right: left + width, bottom: top + height } };
}
