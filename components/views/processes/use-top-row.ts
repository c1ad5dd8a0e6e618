import { useLayoutEffect, useRef, type RefObject } from 'react';
import { USAGE_COLUMNS } from '@lib/view-state/process-columns';
import type { ListedProcess } from '@lib/process-list/process-list';
import { useListState } from './use-process-list';

/**
 * Keeps the row at the top of what one reads where it is while rows above it come and go; if it ends
 * itself, the next one after it. At the very top what comes is seen to come. Not where rows change their
 * places all the time, nor when a person has them listed otherwise.
 */
export function useTopRow(
  scroller: RefObject<HTMLElement | null>,
  rows: readonly ListedProcess[],
  rowHeight: number,
): void {
  const [{ tree, folded, sort, match }] = useListState();
  const way = JSON.stringify([tree, folded, sort, match, rowHeight]);
  const before = useRef({ rows, way });
  useLayoutEffect(() => {
    const { rows: former, way: formerWay } = before.current;
    before.current = { rows, way };
    const { current } = scroller;
    if (current === null || former === rows || formerWay !== way) return;
    if (current.scrollTop === 0 || USAGE_COLUMNS.includes(sort.column)) return;
    const places = new Map(rows.map(({ process }, index) => [process.pid, index]));
    const top = Math.floor(current.scrollTop / rowHeight);
    for (const [index, { process }] of former.entries()) {
      const place = index < top ? undefined : places.get(process.pid);
      if (place === undefined) continue;
      if (place !== index)
        current.scrollBy({ top: (place - index) * rowHeight, behavior: 'instant' });
      return;
    }
  }, [scroller, rows, rowHeight, way, sort.column]);
}
