import { actionOf, KEYS, type Stroke } from '@lib/keys/keys';

/** A cell: the row's key (`:host` or a container's id) and the column, where 0 is the row's name. */
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
  switch (actionOf(KEYS.everywhere.walk, stroke)) {
    case 'down':
      return toRow(at + 1);
    case 'up':
      return toRow(at - 1);
    case 'right':
      return { row, column: Math.min(column + 1, lastColumn) };
    case 'left':
      return { row, column: Math.max(column - 1, 0) };
    case null:
  }
  const { pages, edges, corners } = KEYS.matrix;
  const page = actionOf(pages, stroke);
  if (page !== null) return toRow(at + (page === 'down' ? ROWS_A_PAGE : -ROWS_A_PAGE));
  const edge = actionOf(edges, stroke);
  if (edge !== null) return { row, column: edge === 'first' ? 0 : lastColumn };
  switch (actionOf(corners, stroke)) {
    case 'first':
      return { ...toRow(0), column: 0 };
    case 'last':
      return { ...toRow(rows.length - 1), column: lastColumn };
    case null:
      return null;
  }
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

export function cellAt(grid: Element, { row, column }: CellPlace): HTMLElement | null {
  return grid.querySelector(`[data-row="${CSS.escape(row)}"] [data-column="${column}"]`);
}
