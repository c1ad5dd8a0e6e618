import { EM, GlyphBook, type OutlineFont, type OutlineFonts } from './outline-font';
import { group, node, rounded, writable, type SvgNode } from './svg';
import { fontOf, type FontName } from './text';

/** Text as outlines, the same wherever it is drawn, or as text with fonts that go with it. */
export const TEXTS = ['outlines', 'fonts'] as const;
export type Text = (typeof TEXTS)[number];

/** No font has this character: what stands for it would be another thing on every machine. */
export class MissingCharacter extends Error {
  constructor(
    readonly character: string,
    /** Where it stands. */
    readonly text: string,
  ) {
    super(`no font has ${character}`);
  }
}

/** How far slanted letters lean, in degrees. */
const SLANT = 11.3;
/** The line through text that is struck out, in units of its size. */
const STRIKE = { above: 290, height: 70 };

/** What a mark belongs to is drawn with the same font. */
const CHARACTERS = /\P{M}\p{M}*/gu;

/**
 * The drawing with all text as outlines: whoever draws it needs no fonts, so that it looks the same everywhere.
 *
 * @param idPrefix what the ids of the figure begin with
 * @throws MissingCharacter
 */
export function outlined(tree: SvgNode, fonts: OutlineFonts, idPrefix: string): SvgNode {
  const book = new GlyphBook(fonts, `${idPrefix}-g`);
  const { children, ...svg } = withoutText(tree, fonts, book);
  // What is read, not seen, comes first.
  const seen = children.findIndex((child) => typeof child !== 'string' && !isRead(child));
  return { ...svg, children: children.toSpliced(seen, 0, node('defs', {}, ...book.defs)) };
}

/** Every text that is to be seen. */
export function textsIn(tree: SvgNode): { line: SvgNode; text: string }[] {
  if (isRead(tree)) return [];
  if (tree.name === 'text') {
    return [
      {
        line: tree,
        text: piecesOf(tree)
          .map(({ text }) => text)
          .join(''),
      },
    ];
  }
  return tree.children.flatMap((child) => (typeof child === 'string' ? [] : textsIn(child)));
}

/** A text in parts of one font each; null: no font has what is in this one. */
export function inFonts(
  text: string,
  wanted: FontName,
  fonts: Readonly<Record<FontName, Pick<OutlineFont, 'has'>>>,
): { font: FontName | null; text: string }[] {
  const order: readonly FontName[] = [wanted, 'chinese', 'sans', 'mono'];
  const runs: { font: FontName | null; text: string }[] = [];
  for (const [character] of text.matchAll(CHARACTERS)) {
    const hasIt = (font: FontName) => [...character].every((part) => fonts[font].has(part));
    const font = order.find(hasIt) ?? null;
    const last = runs.at(-1);
    if (last !== undefined && last.font === font) last.text += character;
    else runs.push({ font, text: character });
  }
  return runs;
}

function withoutText(tree: SvgNode, fonts: OutlineFonts, book: GlyphBook): SvgNode {
  if (tree.name === 'text') return lettersOf(tree, fonts, book);
  if (isRead(tree)) return tree;
  const children = tree.children.map((child) =>
    typeof child === 'string' ? child : withoutText(child, fonts, book),
  );
  return { ...tree, children };
}

function isRead({ name }: SvgNode): boolean {
  return name === 'title' || name === 'desc';
}

/** A line, or a part of it that has a colour of its own. */
interface Piece {
  text: string;
  fill: string | null;
}

/** The pieces of a line; of spaces that follow each other SVG draws one. */
function piecesOf(line: SvgNode): Piece[] {
  return line.children.map((child) => {
    const [text, fill] =
      typeof child === 'string'
        ? [child, null]
        : [child.children.join(''), String(child.attributes.fill)];
    return { text: writable(text).replace(/ +/g, ' '), fill };
  });
}

function lettersOf(line: SvgNode, fonts: OutlineFonts, book: GlyphBook): SvgNode {
  const { attributes } = line;
  const { name, size, weight } = fontOf(attributes);
  let width = 0;
  const pieces = piecesOf(line).map(({ text, fill }) => {
    const letters = inFonts(text, name, fonts).flatMap((run) => {
      const { font } = run;
      if (font === null) throw new MissingCharacter(first(run.text), text);
      const { glyphs, advance } = fonts[font].letters(run.text, weight);
      const start = width;
      width += advance;
      return glyphs.flatMap(({ glyph, x, y }) => {
        const id = book.idOf(font, weight, glyph);
        if (id === null) return [];
        return [node('use', { href: `#${id}`, x: start + x, y: y === 0 ? null : y })];
      });
    });
    return fill === null ? letters : [group({ fill }, letters)];
  });
  const all = pieces.flat();
  if (attributes['text-decoration'] === 'line-through') {
    const y = -STRIKE.above - STRIKE.height / 2;
    all.push(node('rect', { y, width, height: STRIKE.height }));
  }
  const scale = size / EM;
  const x = Number(attributes.x) - scale * width * anchored(attributes['text-anchor']);
  const leaning = attributes['font-style'] === 'italic' ? ` skewX(${-SLANT})` : '';
  const transform = `translate(${rounded(x)},${rounded(Number(attributes.y))})${leaning} scale(${precise(scale)})`;
  const { fill = null, stroke } = attributes;
  if (typeof stroke !== 'string') return group({ transform, fill }, all);
  // Behind all letters: the edge of one must not lie over another.
  const edge = {
    ...{ fill: 'none', stroke, 'stroke-linejoin': 'round' },
    'stroke-width': Number(attributes['stroke-width']) / scale,
  };
  return group({ transform, fill }, [group(edge, all), ...all]);
}

function first(text: string): string {
  return CHARACTERS[Symbol.matchAll](text).next().value?.[0] ?? text;
}

/** Which part of a line is before the point that it is placed by. */
function anchored(anchor: SvgNode['attributes'][string] | undefined): number {
  if (anchor === 'middle') return 0.5;
  return anchor === 'end' ? 1 : 0;
}

function precise(scale: number): string {
  return String(Math.round(scale * 1e6) / 1e6);
}
