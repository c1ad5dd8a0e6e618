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

/** The classes of an element in which the variables of all fonts are set. */
export const fontVariables = `${inter.variable} ${jetBrainsMono.variable} ${notoSansSc.variable}`;
