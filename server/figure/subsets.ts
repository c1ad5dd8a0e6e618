import subsetFont from 'subset-font';
import { withFonts, type FigureFont } from '@lib/figure/frame';
import { inFonts, textsIn } from '@lib/figure/outlined';
import { rendered, type SvgNode } from '@lib/figure/svg';
import { fontOf, type FontName } from '@lib/figure/text';
import { fontBytes, fontFile } from './font-files';
import { outlineFonts } from './outline-fonts';

/** The names that figures know them by, and the weights that a file has. */
const FACES: Readonly<Record<FontName, { family: string; weight: (file: string) => string }>> = {
  sans: { family: 'Inter', weight: () => '100 900' },
  mono: { family: 'JetBrains Mono', weight: () => '100 800' },
  chinese: { family: 'Noto Sans SC', weight: (file) => (file.includes('-600') ? '600' : '400') },
};

/**
 * A figure with fonts in it that have the characters of its text and no others. What none of them has is left to the
 * fonts of who looks at it.
 */
export async function withSubsets(tree: SvgNode): Promise<string> {
  const texts = textsIn(tree);
  const fonts = await outlineFonts(texts.map(({ text }) => text));
  const used = new Map<string, { font: FontName; characters: Set<string> }>();
  for (const { line, text } of texts) {
    const { name, weight } = fontOf(line.attributes);
    for (const run of inFonts(text, name, fonts)) {
      if (run.font === null) continue;
      const file = fontFile(run.font, weight);
      const characters = used.get(file)?.characters ?? new Set();
      for (const character of run.text) characters.add(character);
      used.set(file, { font: run.font, characters });
    }
  }
  const embedded: FigureFont[] = [];
  for (const [file, { font, characters }] of [...used].sort()) {
    const text = [...characters].sort().join('');
    const bytes = await subsetFont(await fontBytes(file), text, { targetFormat: 'woff2' });
    const { family, weight } = FACES[font];
    const url = `data:font/woff2;base64,${bytes.toString('base64')}`;
    embedded.push({ family, weight: weight(file), url });
  }
  return withFonts(rendered(tree), embedded);
}
