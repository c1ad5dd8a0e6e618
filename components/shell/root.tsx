'use client';

import dynamic from 'next/dynamic';
import { parseViewState } from '@lib/view-state/view-state';
import { fetchMessages, wantedLanguage } from '../store/messages';
import { fetchView } from './views';

/** The page depends on the browser (its language, its address bar): nothing to draw on the server. */
export const Root = dynamic(
  async () => {
    // All that the first picture needs, at once; the rest is fetched when that one is at rest.
    const { state } = parseViewState(window.location.search);
    const [{ App }] = await Promise.all([
      import('./app'),
      fetchMessages(wantedLanguage(state.language)),
      fetchView(state.view ?? 'sharing'),
    ]);
    return App;
  },
  { ssr: false, loading: () => <div className="h-14 border-b border-line bg-surface" /> },
);
