import type { ContainerKey } from '../model/ids';
import type { NamespaceType } from '../model/namespace-type';
import type { Difference } from '../timeline/difference';
import type { Drawing } from './drawing';

/** Heights of a row and of the heading of a group. */
export const ROW = 46;
export const GROUP = 34;
/** Names of the types and how many are what. */
export const COLUMN_HEAD = 56;
/** The size of a name, and what is beside it in its column. */
export const NAME = 13;
export const BESIDE_NAME = 26;

/** What every part of the Matrix's figure is drawn with. */
export interface Pen extends Drawing {
  chosen: ReadonlySet<string>;
  types: readonly NamespaceType[];
  /** Widths of the column of names and of one of cells. */
  names: number;
  cell: number;
  tints: ReadonlyMap<ContainerKey, string>;
  /** What is different from the moment that is compared with. */
  signs: ReadonlyMap<string, Difference>;
  /** How a link names each container, made once for all rows. */
  references: ReadonlyMap<ContainerKey, string>;
}
