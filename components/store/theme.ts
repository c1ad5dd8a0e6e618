import { useSyncExternalStore } from 'react';
import type { Theme } from '@lib/view-state/view-state';
import { useNsview } from './store';

const PREFERS_LIGHT = '(prefers-color-scheme: light)';

function subscribe(changed: () => void): () => void {
  const query = window.matchMedia(PREFERS_LIGHT);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** The theme in use: the link's, else the system's. */
export function useTheme(): Theme {
  const chosen = useNsview((store) => store.viewState.theme);
  const prefersLight = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(PREFERS_LIGHT).matches,
  );
  return chosen ?? (prefersLight ? 'light' : 'dark');
}
