import type { Size } from '../layout/geometry';
import type { Palette } from './palette';
import { node, type SvgNode } from './svg';
import { SANS, textLine } from './text';
import { wrapped } from '../layout/wrapped';

/** A font that can go with a figure. */
export interface FigureFont {
  family: string;
  /** As CSS has it: `400`, or `100 900` of a variable font. */
  weight: string;
  /** `data:font/woff2;base64,…` */
  url: string;
}

/** What stays free at the left and right of a figure, and above its title. */
export const MARGIN = 28;
const TOP = 24;
const TITLE = 16;
const LEAD = 13;
const LEAD_LINE = 19;

/** The title of a figure and what it says to it, and where what is below them begins. */
export interface Heading {
  nodes: SvgNode[];
  bottom: number;
}

export function heading(
  title: string,
  lead: string | null,
  { width }: Size,
  palette: Palette,
): Heading {
  const y = TOP + TITLE;
  const lines = lead === null ? [] : wrapped(lead, width - 2 * MARGIN, LEAD);
  const nodes = [
    textLine(title, MARGIN, y, { size: TITLE, weight: 600, fill: palette.text }),
    ...lines.map((line, index) =>
      textLine(line, MARGIN, y + 24 + index * LEAD_LINE, {
        size: LEAD,
        fill: palette['text-dim'],
      }),
    ),
  ];
  return { nodes, bottom: y + 12 + (lines.length > 0 ? lines.length * LEAD_LINE + 4 : 0) };
}

interface Frame {
  size: Size;
  palette: Palette;
  /** What it shows, in a line, and in sentences for who does not see it. */
  title: string;
  description: string;
  defs: readonly SvgNode[];
  content: readonly SvgNode[];
}

/** A whole SVG document, which needs nothing but itself. */
export function framed(frame: Frame): SvgNode {
  const { size, palette, title, description, defs, content } = frame;
  const { width, height } = size;
  return node(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'font-family': SANS,
    },
    node('title', {}, title),
    node('desc', {}, description),
    ...(defs.length === 0 ? [] : [node('defs', {}, ...defs)]),
    node('rect', { width, height, fill: palette.ground }),
    ...content,
  );
}

/** The figure with fonts in it, so that it looks the same where they are not installed. */
export function withFonts(svg: string, fonts: readonly FigureFont[]): string {
  // Text is escaped: nothing but the description's own end looks like it.
  return svg.replace('</desc>', (end) => `${end}\n  <style>${fontFaces(fonts)}</style>`);
}

/** The fonts as rules of a style sheet. */
export function fontFaces(fonts: readonly FigureFont[]): string {
  const faces = fonts.map(
    ({ family, weight, url }) =>
      `@font-face{font-family:'${family}';font-weight:${weight};src:url(${url}) format('woff2')}`,
  );
  return faces.join('');
}
