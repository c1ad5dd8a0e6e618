import { useEffect, useRef, type RefObject } from 'react';
import type { ListedProcess } from '@lib/process-list/process-list';
import { useNsview } from '../../store/store';

/**
 * Moves the focus to rows, also to such as are not in the document yet; and follows when a process is to
 * be revealed. Returns how to go to a row, by its index.
 */
export function useRowFocus(
  grid: RefObject<HTMLElement | null>,
  pane: string,
  rows: readonly ListedProcess[],
  setActive: (pid: number) => void,
  scrollTo: (index: number) => void,
): (index: number) => void {
  const wanted = useRef<number | null>(null);
  const reveal = useNsview((store) => store.reveal);
  const revealed = useRef<object | null>(null);

  const focusWanted = () => {
    const row = grid.current?.querySelector<HTMLElement>(`[data-process="${wanted.current}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  };
  const goTo = (index: number) => {
    const row = rows[index];
    if (row === undefined) return;
    scrollTo(index);
    setActive(row.process.pid);
    wanted.current = row.process.pid;
    focusWanted();
  };

  useEffect(() => {
    // A row that became the active one is in the document by now.
    if (wanted.current !== null) focusWanted();
    if (reveal === null || reveal === revealed.current) return;
    const index = rows.findIndex((row) => row.process.pid === reveal.pid);
    if (index < 0) return;
    revealed.current = reveal;
    if (reveal.pane === pane) goTo(index);
    else scrollTo(index);
  });
  return goTo;
}
