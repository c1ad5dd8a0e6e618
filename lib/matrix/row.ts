import type { GraphNode } from '../sharing/graph';
import type { SaidSharing } from '../sharing/said';
import type { Sharing } from '../model/container';
import type { NamespaceId } from '../model/ids';
import type { NamespaceType } from '../model/namespace-type';

/** Where a row and a type meet. */
export interface MatrixCell {
  type: NamespaceType;
  sharing: Sharing;
  said: SaidSharing;
  namespace: NamespaceId | null;
  /** Of a shared namespace: the same letter in a column is the same namespace. */
  letter: string | null;
  /** Who else is in it, where no letter tells that. */
  with?: readonly string[];
}

export interface MatrixRow {
  node: GraphNode;
  /** What it is called below the heading of its group. */
  name: string;
  cells: readonly MatrixCell[];
  /** Null: it has some, and which they are is not told. */
  processes: number | null;
}
