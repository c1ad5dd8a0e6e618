import type { ListedProcess } from '@lib/process-list/process-list';

/** What a key does to the row that has the focus. */
export type RowAction = { do: 'move'; to: number } | { do: 'fold' | 'reveal' | 'number' };

/**
 * As the ARIA practices for grids and tree grids have it: arrows, Home, End and pages move; in a tree
 * left folds or goes to the parent, right unfolds or goes to the first child.
 *
 * @param page how many rows are on screen @returns null: a key that does nothing here
 */
export function rowAction(
  key: string,
  rows: readonly ListedProcess[],
  at: number,
  page: number,
): RowAction | null {
  const move = (to: number): RowAction => {
    return { do: 'move', to: Math.min(Math.max(to, 0), rows.length - 1) };
  };
  switch (key) {
    case 'ArrowDown':
      return move(at + 1);
    case 'ArrowUp':
      return move(at - 1);
    case 'PageDown':
      return move(at + page);
    case 'PageUp':
      return move(at - page);
    case 'Home':
      return move(0);
    case 'End':
      return move(rows.length - 1);
    case 'Enter':
    case ' ':
      return { do: 'reveal' };
    case 'n':
      return { do: 'number' };
    case 'ArrowLeft':
    case 'ArrowRight':
      return sideways(key, rows, at, move);
    default:
      return null;
  }
}

function sideways(
  key: 'ArrowLeft' | 'ArrowRight',
  rows: readonly ListedProcess[],
  at: number,
  move: (to: number) => RowAction,
): RowAction | null {
  const row = rows[at];
  if (row === undefined || row.branch === null) return null;
  const { descendants, parent } = row.branch;
  const unfolded = descendants > 0 && !row.folded;
  if (key === 'ArrowRight') return row.folded ? { do: 'fold' } : unfolded ? move(at + 1) : null;
  if (unfolded) return { do: 'fold' };
  const elder = rows.findIndex((each) => each.process.pid === parent);
  return elder < 0 ? null : move(elder);
}
