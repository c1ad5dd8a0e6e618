import type { PathCommand } from './outline-path';
import { node, type SvgNode } from './svg';
import type { FontName } from './text';
import { outlinePath } from './outline-path';

/** In how many units of a font its size is told: fine enough for any screen, in whole numbers. */
export const EM = 1000;

/** A letter's shape by its number in the font, and where it begins, in units of {@link EM}. */
export interface PlacedGlyph {
  glyph: number;
  x: number;
  y: number;
}

/** A font that can be drawn with; lengths are in units of {@link EM}. */
export interface OutlineFont {
  has: (character: string) => boolean;
  /** A text's letters, from (0, 0) on, and where what follows them begins. @param weight as CSS has it */
  letters: (text: string, weight: number) => { glyphs: readonly PlacedGlyph[]; advance: number };
  outline: (glyph: number, weight: number) => readonly PathCommand[];
}

export type OutlineFonts = Readonly<Record<FontName, OutlineFont>>;

/** The shapes that a drawing needs, each of them once; the letters of its texts refer to them. */
export class GlyphBook {
  private readonly ids = new Map<string, string>();
  readonly defs: SvgNode[] = [];

  /** @param idPrefix what the ids of the figure begin with */
  constructor(
    private readonly fonts: OutlineFonts,
    private readonly idPrefix: string,
  ) {}

  /** The id of a shape; null: there is nothing to be seen of it, as of a space. */
  idOf(font: FontName, weight: number, glyph: number): string | null {
    const key = `${font} ${weight} ${glyph}`;
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const d = outlinePath(this.fonts[font].outline(glyph, weight));
    if (d === '') return null;
    const id = `${this.idPrefix}-${this.ids.size.toString(36)}`;
    this.ids.set(key, id);
    this.defs.push(node('path', { id, d }));
    return id;
  }
}
