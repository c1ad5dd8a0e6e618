import localFont from 'next/font/local';

const inter = localFont({ src: './fonts/inter.woff2', variable: '--font-inter' });
const jetBrainsMono = localFont({
  src: './fonts/jetbrains-mono.woff2',
  variable: '--font-jetbrains',
});
const notoSansSc = localFont({
  src: [
    { path: './fonts/noto-sans-sc-400.woff2', weight: '400' },
    { path: './fonts/noto-sans-sc-600.woff2', weight: '600' },
  ],
  variable: '--font-cjk',
  preload: false,
  declarations: [{ prop: 'unicode-range', value: 'U+3000-303F, U+4E00-9FFF, U+FF00-FFEF' }],
});
/** The name of the Chinese language alone, which is all that an English page shows of Chinese. */
const zhongwen = localFont({
  src: './fonts/noto-sans-sc-400-zhongwen.woff2',
  variable: '--font-zhongwen',
  preload: false,
  declarations: [{ prop: 'unicode-range', value: 'U+4E2D, U+6587' }],
});

/** Style rules that name the fonts for the style sheet. */
export const fontRules = `:root {
  --font-inter: ${inter.style.fontFamily};
  --font-jetbrains: ${jetBrainsMono.style.fontFamily};
  --font-cjk: ${notoSansSc.style.fontFamily};
  --font-zhongwen: ${zhongwen.style.fontFamily};
}`;
