import { useEffect } from 'react';
import { useNsview } from '../../store/store';

/** Tells the store which processes a pane has on screen, as long as it is there. */
export function useRowsOnScreen(pane: string, pids: readonly number[]): void {
  const setRowsOnScreen = useNsview((store) => store.setRowsOnScreen);
  const text = pids.join(',');
  useEffect(() => {
    setRowsOnScreen(pane, text === '' ? [] : text.split(',').map(Number));
    return () => setRowsOnScreen(pane, []);
  }, [setRowsOnScreen, pane, text]);
}
