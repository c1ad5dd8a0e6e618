import type { Metadata } from 'next';
import localFont from 'next/font/local';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { languageFor } from '@lib/i18n/language';
import { parseViewState } from '@lib/view-state/view-state';
import './globals.css';

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

export const metadata: Metadata = {
  title: 'nsview',
  description: 'Which containers on this machine share which Linux namespaces',
};

/** What the query says of theme and language holds from the first paint on, before any script. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const request = await headers();
  const { state } = parseViewState(request.get('x-nsview-search') ?? '');
  const language = state.language ?? languageFor(request.get('accept-language'));
  return (
    <html
      lang={language}
      data-state="connecting"
      data-engine="connecting"
      data-settled="false"
      data-theme={state.theme ?? undefined}
      data-projector={state.projector ? '1' : undefined}
      className={`${inter.variable} ${jetBrainsMono.variable} ${notoSansSc.variable}`}
      suppressHydrationWarning
    >
      <body>{children}</body>
    </html>
  );
}
