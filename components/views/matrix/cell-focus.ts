import { actionOf, KEYS, type Stroke } from '@lib/keys/keys';
import { SANDBOXES_KEY } from '@lib/sandboxes/fold';
import { STOPPED_KEY } from '@lib/sharing/stopped-fold';

/**
 * A cell: the row's key (`:host`, `:stopped`, `:sandboxes`, a container's or a sandbox's) and the column, where 0 is
 * the row's name. A row that stands for many is one cell, in all columns: who walks over it stays in the same column.
 */
export interface CellPlace {
  row: string;
  column: number;
}

const ROWS_A_PAGE = 10;

/** Where a stroke leads from a cell, as the ARIA practices for grids have it; null: not one for moving. */
export function stepFrom(
  { row, column }: CellPlace,
  stroke: Stroke | null,
  rows: readonly string[],
  lastColumn: number,
): CellPlace | null {
  const at = Math.max(0, rows.indexOf(row));
  const toRow = (index: number): CellPlace => {
    const clamped = Math.min(Math.max(index, 0), rows.length - 1);
    return { row: rows[clamped] ?? row, column };
  };
  const toColumn = (to: number): CellPlace =>
    isOneCell(row) ? { row, column } : { row, column: Math.min(Math.max(to, 0), lastColumn) };
  switch (actionOf(KEYS.everywhere.walk, stroke)) {
    case 'down':
      return toRow(at + 1);
    case 'up':
      return toRow(at - 1);
    case 'right':
      return toColumn(column + 1);
    case 'left':
      return toColumn(column - 1);
    case null:
  }
  const { pages, edges, corners } = KEYS.matrix;
  const page = actionOf(pages, stroke);
  if (page !== null) return toRow(at + (page === 'down' ? ROWS_A_PAGE : -ROWS_A_PAGE));
  const edge = actionOf(edges, stroke);
  if (edge !== null) return toColumn(edge === 'first' ? 0 : lastColumn);
  switch (actionOf(corners, stroke)) {
    case 'first':
      return { ...toRow(0), column: 0 };
    case 'last':
      return { ...toRow(rows.length - 1), column: lastColumn };
    case null:
      return null;
  }
}

/** The row that is next to one that is gone, below it if one is: null: none of those is left. @param before all, with it */
export function rowBeside(
  gone: string,
  before: readonly string[],
  now: readonly string[],
): string | null {
  const at = before.indexOf(gone);
  const [above, below] = [before.slice(0, Math.max(at, 0)).toReversed(), before.slice(at + 1)];
  const isLeft = (row: string) => now.includes(row);
  const [down, up] = [below.findIndex(isLeft), above.findIndex(isLeft)];
  if (at < 0 || (down < 0 && up < 0)) return null;
  return (up < 0 || (down >= 0 && down <= up) ? below[down] : above[up]) ?? null;
}

/** Does the row stand for many, in one cell? */
export function isOneCell(row: string): boolean {
  return row === STOPPED_KEY || row === SANDBOXES_KEY;
}

export function isCell(target: EventTarget | null): target is HTMLElement {
  return target instanceof HTMLElement && target.hasAttribute('data-column');
}

/** The column whose header an element is in. */
export function headerAt(target: EventTarget): number | null {
  if (!(target instanceof Element)) return null;
  const header = target.closest('[role="columnheader"]');
  return header === null ? null : Number(header.getAttribute('aria-colindex')) - 1;
}

/** What tells the row that an element is in from others: a container's key, or the host's word. */
export function rowAt(target: EventTarget): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest('[data-row]')?.getAttribute('data-row') ?? null;
}

/** A process of the sandbox whose row an element is in. */
export function sandboxAt(target: EventTarget): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest('[data-sandbox]')?.getAttribute('data-sandbox') ?? null;
}

export function cellAt(grid: Element, { row, column }: CellPlace): HTMLElement | null {
  const at = isOneCell(row) ? 0 : column;
  return grid.querySelector(`[data-row="${CSS.escape(row)}"] [data-column="${at}"]`);
}
