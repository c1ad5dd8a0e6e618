import { inodeOf, namespaceTypeOf, type NamespaceId } from './ids';
import { NAMESPACE_TYPES } from './namespace-type';

/** Orders strings by code unit: the same on every machine, whatever its locale. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The order of namespaces in a snapshot: by type, then by inode number. */
export function byNamespace(a: NamespaceId, b: NamespaceId): number {
  const types =
    NAMESPACE_TYPES.indexOf(namespaceTypeOf(a)) - NAMESPACE_TYPES.indexOf(namespaceTypeOf(b));
  if (types !== 0) return types;
  const [left, right] = [inodeOf(a), inodeOf(b)];
  // Decimal numbers without leading zeros: the longer one is the greater.
  return left.length - right.length || byText(left, right);
}
