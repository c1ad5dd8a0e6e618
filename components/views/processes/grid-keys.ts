import { actionOf, KEYS, type Stroke } from '@lib/keys/keys';
import type { ListedProcess } from '@lib/process-list/process-list';

/** What a stroke does to the row that has the focus. */
export type RowAction = { do: 'move'; to: number } | { do: 'fold' | 'reveal' | 'number' };

/**
 * As the ARIA practices for grids and tree grids have it: arrows, Home, End and pages move; in a tree
 * left folds or goes to the parent, right unfolds or goes to the first child.
 *
 * @param page how many rows are on screen @returns null: one that does nothing here
 */
export function rowAction(
  stroke: Stroke | null,
  rows: readonly ListedProcess[],
  at: number,
  page: number,
): RowAction | null {
  const move = (to: number): RowAction => {
    return { do: 'move', to: Math.min(Math.max(to, 0), rows.length - 1) };
  };
  const step = actionOf(KEYS.everywhere.walk, stroke);
  if (step === 'down') return move(at + 1);
  if (step === 'up') return move(at - 1);
  const { pages, edges, reveal, fold, sameNumber } = KEYS.processes;
  const leaf = actionOf(pages, stroke);
  if (leaf !== null) return move(leaf === 'down' ? at + page : at - page);
  const edge = actionOf(edges, stroke);
  if (edge !== null) return move(edge === 'first' ? 0 : rows.length - 1);
  if (actionOf(reveal, stroke) !== null) return { do: 'reveal' };
  if (actionOf(sameNumber, stroke) !== null) return { do: 'number' };
  const way = actionOf(fold, stroke);
  return way === null ? null : sideways(way, rows, at, move);
}

function sideways(
  way: 'out' | 'in',
  rows: readonly ListedProcess[],
  at: number,
  move: (to: number) => RowAction,
): RowAction | null {
  const row = rows[at];
  if (row === undefined || row.branch === null) return null;
  const { descendants, parent } = row.branch;
  const unfolded = descendants > 0 && !row.folded;
  if (way === 'in') return row.folded ? { do: 'fold' } : unfolded ? move(at + 1) : null;
  if (unfolded) return { do: 'fold' };
  const elder = rows.findIndex((each) => each.process.pid === parent);
  return elder < 0 ? null : move(elder);
}
