import type { GraphNode } from '../sharing/graph';
import type { Sharing } from '../model/container';
import type { NamespaceId } from '../model/ids';
import type { NamespaceType } from '../model/namespace-type';

/** Where a row and a type meet. */
export interface MatrixCell {
  type: NamespaceType;
  sharing: Sharing;
  namespace: NamespaceId | null;
  /** Told as the host's, but it is its engine's: a Docker daemon can live in namespaces of its own. */
  ofEngine: boolean;
  /** Of a shared namespace: the same letter in a column is the same namespace. */
  letter: string | null;
}

export interface MatrixRow {
  node: GraphNode;
  cells: readonly MatrixCell[];
  processes: number;
}
