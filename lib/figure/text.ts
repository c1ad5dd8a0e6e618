import { node, type SvgNode } from './svg';

/** The faces of the page, by the names that embedded fonts have, then what a machine may have. */
export const SANS =
  "Inter, 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif";
const MONO = "'JetBrains Mono', 'Noto Sans SC', ui-monospace, Menlo, Consolas, monospace";

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

/** The fonts that come with nsview, by what they are for. */
export type FontName = 'sans' | 'mono' | 'chinese';

/** The font of a line that {@link textLine} made. */
export function fontOf(attributes: SvgNode['attributes']): {
  name: FontName;
  size: number;
  weight: number;
} {
  return {
    name: attributes['font-family'] === MONO ? 'mono' : 'sans',
    size: Number(attributes['font-size']),
    weight: Number(attributes['font-weight'] ?? 400),
  };
}
