import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FigureFont } from '@lib/figure/frame';
import type { Language } from '@lib/model/language';
import { ROOT } from '../root';

type FontFile = Omit<FigureFont, 'url'> & { file: string };

const LATIN: readonly FontFile[] = [
  { family: 'Inter', weight: '100 900', file: 'inter' },
  { family: 'JetBrains Mono', weight: '100 800', file: 'jetbrains-mono' },
];
const FONTS: Readonly<Record<Language, readonly FontFile[]>> = {
  en: LATIN,
  'zh-CN': [
    ...LATIN,
    { family: 'Noto Sans SC', weight: '400', file: 'noto-sans-sc-400' },
    { family: 'Noto Sans SC', weight: '600', file: 'noto-sans-sc-600' },
  ],
};

/** The fonts of the page, for a document that may be opened where they are not installed. */
export function fontsFor(language: Language): Promise<FigureFont[]> {
  return Promise.all(
    FONTS[language].map(async ({ file, ...font }) => {
      const bytes = await readFile(join(ROOT, 'app/fonts', `${file}.woff2`));
      return { ...font, url: `data:font/woff2;base64,${bytes.toString('base64')}` };
    }),
  );
}
