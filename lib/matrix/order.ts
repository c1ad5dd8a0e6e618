import type { Sharing } from '../model/container';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import { byName, byStart, runningFirst } from '../model/container-order';
import type { MatrixOrder } from '../view-state/matrix-choices';
import type { MatrixRow } from './row';

/** What says most first. */
const RANKS: Readonly<Record<Sharing, number>> = {
  shared: 0,
  host: 1,
  own: 2,
  unknown: 3,
  none: 4,
  absent: 5,
};

/** Compares two rows: what runs comes first; equal ones go by name, then by id. */
export function comparing(order: MatrixOrder): (a: MatrixRow, b: MatrixRow) => number {
  return (left, right) => {
    const [a, b] = [left.node.container, right.node.container];
    if (order === 'name') return byName(a, b);
    if (order === 'start') return byStart(a, b);
    return runningFirst(a, b) || byCell(left, right, order) || byName(a, b);
  };
}

function byCell(a: MatrixRow, b: MatrixRow, type: NamespaceType): number {
  const [left, right] = [cellOf(a, type), cellOf(b, type)];
  const rank = RANKS[left.sharing] - RANKS[right.sharing];
  if (rank !== 0 || left.letter === null || right.letter === null) return rank;
  // Z comes before AA.
  if (left.letter.length !== right.letter.length) return left.letter.length - right.letter.length;
  return left.letter.localeCompare(right.letter, 'en');
}

function cellOf(row: MatrixRow, type: NamespaceType) {
  const cell = row.cells[NAMESPACE_TYPES.indexOf(type)];
  if (cell === undefined) throw new Error(`a row without a cell for ${type}`);
  return cell;
}
