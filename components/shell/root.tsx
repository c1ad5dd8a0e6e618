'use client';

import dynamic from 'next/dynamic';

/** The page depends on the browser (its language, its address bar): nothing to draw on the server. */
export const Root = dynamic(() => import('./app').then((module) => module.App), {
  ssr: false,
  loading: () => <div className="h-14 border-b border-line bg-surface" />,
});
