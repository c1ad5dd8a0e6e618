import { convert } from 'fontverter';
import * as hb from 'harfbuzzjs';
import type { PathCommand } from '@lib/figure/outline-path';
import {
  EM,
  type OutlineFont,
  type OutlineFonts,
  type PlacedGlyph,
} from '@lib/figure/outline-font';
import type { FontName } from '@lib/figure/text';
import { filesOf, fontBytes, fontFile } from './font-files';

/** What is typed shows each character as it is, as on the page: `--`, not a dash. */
const NO_LIGATURES = ['liga', 'calt', 'clig'].map((tag) => new hb.Feature(tag, 0));

/** A font that no text needs. */
const NOT_OPENED: OutlineFont = { has: () => false, letters: notOpened, outline: notOpened };

const opened = new Map<FontName, Promise<OutlineFont>>();

/**
 * The fonts that come with nsview, to be drawn with; each is opened once, and those of Chinese, which takes a
 * second, only where a text needs them.
 *
 * @param texts all that is to be drawn
 */
export async function outlineFonts(texts: readonly string[]): Promise<OutlineFonts> {
  const [sans, mono] = await Promise.all([font('sans'), font('mono')]);
  const isLatin = texts.every((text) =>
    [...text].every((each) => sans.has(each) || mono.has(each)),
  );
  return { sans, mono, chinese: isLatin ? NOT_OPENED : await font('chinese') };
}

function font(name: FontName): Promise<OutlineFont> {
  const known = opened.get(name) ?? open(name);
  opened.set(name, known);
  return known;
}

async function open(name: FontName): Promise<OutlineFont> {
  const faces = new Map<string, hb.Face>();
  for (const file of filesOf(name)) {
    faces.set(file, new hb.Face(new hb.Blob(await convert(await fontBytes(file), 'truetype'))));
  }
  const faceOf = (weight: number) => {
    const face = faces.get(fontFile(name, weight));
    if (face === undefined) throw new Error(`there is no file of ${name} for the weight ${weight}`);
    return face;
  };
  const pens = new Map<number, Pen>();
  const penOf = (weight: number) => {
    const pen = pens.get(weight) ?? new Pen(faceOf(weight), weight, name === 'mono');
    pens.set(weight, pen);
    return pen;
  };
  const characters = new Set(faceOf(400).collectUnicodes());
  return {
    has: (character) => characters.has(character.codePointAt(0) ?? -1),
    letters: (text, weight) => penOf(weight).letters(text),
    outline: (glyph, weight) => penOf(weight).outline(glyph),
  };
}

/** Writes in one weight of a font. */
class Pen {
  private readonly font: hb.Font;
  /** What makes units of {@link EM} of those that the font has. */
  private readonly scale: number;

  constructor(
    face: hb.Face,
    weight: number,
    private readonly asTyped: boolean,
  ) {
    this.font = new hb.Font(face);
    this.scale = EM / face.upem;
    if ('wght' in face.getAxisInfos()) this.font.setVariations([new hb.Variation('wght', weight)]);
  }

  letters(text: string): { glyphs: PlacedGlyph[]; advance: number } {
    const buffer = new hb.Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    hb.shape(this.font, buffer, this.asTyped ? NO_LIGATURES : []);
    let x = 0;
    const glyphs = buffer.getGlyphInfosAndPositions().map((each) => {
      const { codepoint: glyph, xOffset = 0, yOffset = 0, xAdvance = 0 } = each;
      const at = { x: (x + xOffset) * this.scale, y: -yOffset * this.scale };
      x += xAdvance;
      return { glyph, ...at };
    });
    return { glyphs, advance: x * this.scale };
  }

  outline(glyph: number): PathCommand[] {
    return this.font.glyphToJson(glyph).map(({ type, values }) => ({
      type: commandNamed(type),
      // Fonts count upwards, drawings downwards.
      values: values.map((value, nth) => (nth % 2 === 0 ? value : -value) * this.scale),
    }));
  }
}

function notOpened(): never {
  throw new Error('this font was not opened');
}

const COMMANDS: readonly PathCommand['type'][] = ['M', 'L', 'Q', 'C', 'Z'];

function commandNamed(type: string): PathCommand['type'] {
  const command = COMMANDS.find((each) => each === type);
  if (command === undefined) throw new Error(`a font draws with ${type}`);
  return command;
}
