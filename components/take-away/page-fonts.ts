import type { FigureFont } from '@lib/figure/frame';

/** A font of the page: where its name is found, what figures call it, its weights if it has all. */
interface PageFont {
  variable: string;
  family: string;
  weights: string | null;
}

export const LATIN: readonly PageFont[] = [
  { variable: '--font-inter', family: 'Inter', weights: '100 900' },
  { variable: '--font-jetbrains', family: 'JetBrains Mono', weights: '100 800' },
];
export const WITH_CHINESE: readonly PageFont[] = [
  ...LATIN,
  { variable: '--font-cjk', family: 'Noto Sans SC', weights: null },
];

/** The fonts that the page has, as data: a picture cannot load any. @throws when one cannot be had */
export async function pageFonts(fonts: readonly PageFont[]): Promise<FigureFont[]> {
  const rules = fontFaces();
  const root = getComputedStyle(document.documentElement);
  const wanted = fonts.flatMap(({ variable, family, weights }) => {
    const name = firstFamily(root.getPropertyValue(variable));
    return rules
      .filter((rule) => rule.family === name)
      .map((rule) => ({ family, weight: weights ?? rule.weight, url: rule.url }));
  });
  return Promise.all(
    wanted.map(async ({ family, weight, url }) => ({ family, weight, url: await asData(url) })),
  );
}

function fontFaces() {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const { style } = rule;
      const source = /url\(["']?([^"')]+)/.exec(style.getPropertyValue('src'))?.[1];
      if (source === undefined) return [];
      const weight = style.getPropertyValue('font-weight') || '400';
      const url = new URL(source, sheet.href ?? document.baseURI).href;
      return [{ family: firstFamily(style.getPropertyValue('font-family')), weight, url }];
    }),
  );
}

function firstFamily(list: string): string {
  return (list.split(',')[0] ?? '').trim().replace(/^["']|["']$/g, '');
}

async function asData(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `data:font/woff2;base64,${btoa(binary)}`;
}
