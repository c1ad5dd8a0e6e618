import type { Box } from '../layout/geometry';
import { wrapped } from '../layout/wrapped';
import type { Snapshot } from '../model/snapshot';
import { withAliases } from './aliases';
import { boxOfAnchor, namespaceOfAnchor, PICTURE } from './anchor';
import { around, isUnseen, prunedTo } from './bounds';
import { calloutDrawing, type Side } from './callout';
import type { FigureTree } from './figure';
import type { Palette } from './palette';
import { node, type SvgNode } from './svg';
import { textLine } from './text';

/** What an author adds to a figure, or takes from it. Things in it go by anchors: see {@link boxOfAnchor}. */
export interface Decoration {
  /** What of it is to be seen, and so many pixels around that; null: all. */
  crop: { to: readonly string[]; margin: number } | null;
  /** What stands for numbers of namespaces, by anchors of them. */
  names: readonly (readonly [anchor: string, name: string])[];
  callouts: readonly { at: string; side: Side; text: string; distance: number }[];
  /** Below it; null: nothing is. */
  caption: string | null;
  /** What is read aloud; null: what is to be seen is told. */
  alt: string | null;
}

const CAPTION = { size: 15, line: 22, margin: 16, above: 12 };
/** What is free around call-outs that stand outside. */
const FREE = 16;

/** A figure with what an author says about it. @throws NoAnchor */
export function decorated(
  figure: FigureTree,
  snapshot: Snapshot,
  decoration: Decoration,
  palette: Palette,
): SvgNode {
  const { tree } = figure;
  const { crop, names, callouts, caption, alt } = decoration;
  const whole = wholeOf(tree);
  const anchored = (anchor: string) => boxOfAnchor(anchor, figure, snapshot);
  const kept = crop === null ? whole : grown(around(crop.to.map(anchored)) ?? whole, crop.margin);
  const notes = callouts.map((each) =>
    calloutDrawing({ ...each, about: anchored(each.at) }, palette),
  );
  const outside = notes.map(({ box }) => grown(box, FREE));
  const seen = rounded(around([kept, ...outside]) ?? kept);
  const aliases = names.map(
    ([anchor, name]) => [namespaceOfAnchor(anchor, tree, snapshot), name] as const,
  );
  const left = crop?.to.includes(PICTURE) === true ? withoutWords(figure) : tree;
  const content = withAliases(crop === null ? left : prunedTo(left, kept), new Map(aliases));
  const lines =
    caption === null
      ? []
      : wrapped(caption, seen.right - seen.left - 2 * CAPTION.margin, CAPTION.size);
  const below = lines.length === 0 ? 0 : CAPTION.above + lines.length * CAPTION.line + 8;
  const said = lines.map((line, nth) =>
    textLine(
      line,
      seen.left + CAPTION.margin,
      seen.bottom + CAPTION.above + nth * CAPTION.line + CAPTION.size - 3,
      { size: CAPTION.size, fill: palette.text },
    ),
  );
  const canvas = { ...seen, bottom: seen.bottom + below };
  return onCanvas(content, canvas, [...notes.map(({ drawing }) => drawing), ...said], alt, palette);
}

function wholeOf({ attributes }: SvgNode): Box {
  return { left: 0, top: 0, right: Number(attributes.width), bottom: Number(attributes.height) };
}

/** Who asks for the picture alone has no use for half a title that stands in its margin. */
function withoutWords({ tree, picture }: FigureTree): SvgNode {
  const drawn = new Set<SvgNode | string>(picture);
  const isKept = (child: SvgNode | string) =>
    drawn.has(child) || isGround(child) || (typeof child !== 'string' && isUnseen(child));
  return { ...tree, children: tree.children.filter(isKept) };
}

function isGround(child: SvgNode | string): boolean {
  return typeof child !== 'string' && child.name === 'rect' && child.attributes.x === undefined;
}

/** The same drawing on another piece of ground, with more on top of it. */
function onCanvas(
  svg: SvgNode,
  { left, top, right, bottom }: Box,
  added: readonly SvgNode[],
  alt: string | null,
  palette: Palette,
): SvgNode {
  const [width, height] = [right - left, bottom - top];
  const ground = node('rect', { x: left, y: top, width, height, fill: palette.ground });
  const at = svg.children.findIndex(isGround);
  const children = svg.children
    .toSpliced(at, at < 0 ? 0 : 1, ground)
    .map((child) =>
      alt !== null && typeof child !== 'string' && child.name === 'desc'
        ? node('desc', {}, alt)
        : child,
    );
  return {
    ...svg,
    attributes: { ...svg.attributes, width, height, viewBox: `${left} ${top} ${width} ${height}` },
    children: [...children, ...added],
  };
}

function grown({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

/** To whole pixels, outwards. */
function rounded({ left, top, right, bottom }: Box): Box {
  return {
    ...{ left: Math.floor(left), top: Math.floor(top) },
    ...{ right: Math.ceil(right), bottom: Math.ceil(bottom) },
  };
}
