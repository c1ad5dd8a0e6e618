import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';

/** All rows in one, by compose project, or by who shares any namespace with whom. */
export const GROUPINGS = ['none', 'project', 'sharing'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** By name, by start, or by what a column says, so that equal namespaces come together. */
export type MatrixOrder = 'name' | 'start' | NamespaceType;

export const MATRIX_ORDERS: readonly MatrixOrder[] = ['name', 'start', ...NAMESPACE_TYPES];
