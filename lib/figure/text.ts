import { node, type SvgNode } from './svg';

/** The faces of the page, by the names that embedded fonts have, then what a machine may have. */
export const SANS =
  "Inter, 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif";
const MONO = "'JetBrains Mono', 'Noto Sans SC', ui-monospace, Menlo, Consolas, monospace";

/** Width of a character of the mono face, in ems. */
const MONO_EM = 0.61;
export interface TextStyle {
  size: number;
  fill: string;
  weight?: number;
  anchor?: 'start' | 'middle' | 'end';
  mono?: boolean;
  italic?: boolean;
  /** Struck out by a line through its middle. */
  struck?: boolean;
  /** The colour of an edge around the letters, so that lines may pass behind, and its width. */
  edge?: { colour: string; width: number };
}

/** A line of text; `y` is its baseline. */
export function textLine(text: string, x: number, y: number, style: TextStyle): SvgNode {
  const {
    size,
    fill,
    weight,
    anchor = 'start',
    mono = false,
    italic = false,
    struck = false,
    edge,
  } = style;
  return node(
    'text',
    {
      x,
      y,
      'font-size': size,
      'font-weight': weight ?? null,
      'font-family': mono ? MONO : null,
      'font-style': italic ? 'italic' : null,
      'text-decoration': struck ? 'line-through' : null,
      'text-anchor': anchor === 'start' ? null : anchor,
      fill,
      ...(edge === undefined
        ? {}
        : {
            stroke: edge.colour,
            'stroke-width': edge.width,
            'stroke-linejoin': 'round',
            'paint-order': 'stroke',
          }),
    },
    text,
  );
}

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
