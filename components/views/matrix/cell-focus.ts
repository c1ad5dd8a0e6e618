/** A cell: the row's key (`:host` or a container's id) and the column, where 0 is the row's name. */
export interface CellPlace {
  row: string;
  column: number;
}

const ROWS_A_PAGE = 10;

/** Where a key leads from a cell, as the ARIA practices for grids have it; null: not a key for moving. */
export function stepFrom(
  { row, column }: CellPlace,
  key: string,
  control: boolean,
  rows: readonly string[],
  lastColumn: number,
): CellPlace | null {
  const at = Math.max(0, rows.indexOf(row));
  const toRow = (index: number): CellPlace => {
    const clamped = Math.min(Math.max(index, 0), rows.length - 1);
    return { row: rows[clamped] ?? row, column };
  };
  switch (key) {
    case 'ArrowDown':
      return toRow(at + 1);
    case 'ArrowUp':
      return toRow(at - 1);
    case 'PageDown':
      return toRow(at + ROWS_A_PAGE);
    case 'PageUp':
      return toRow(at - ROWS_A_PAGE);
    case 'ArrowRight':
      return { row, column: Math.min(column + 1, lastColumn) };
    case 'ArrowLeft':
      return { row, column: Math.max(column - 1, 0) };
    case 'Home':
      return control ? { ...toRow(0), column: 0 } : { row, column: 0 };
    case 'End':
      return control
        ? { ...toRow(rows.length - 1), column: lastColumn }
        : { row, column: lastColumn };
    default:
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

/** The reference of the row that an element is in. */
export function rowAt(target: EventTarget): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest('[data-container]')?.getAttribute('data-container') ?? null;
}

export function cellAt(grid: Element, { row, column }: CellPlace): HTMLElement | null {
  const attribute = row.startsWith(':') ? 'data-container' : 'data-container-id';
  return grid.querySelector(`[${attribute}="${CSS.escape(row)}"] [data-column="${column}"]`);
}
