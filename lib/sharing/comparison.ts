import type { Container } from '../model/container';
import type { NamespaceId } from '../model/ids';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';

/**
 * How two containers stand to each other in one type: in the same namespace; in different ones, of
 * which one may lie inside the other (pid and user); `unknown` where a link could not be read;
 * `none` where one of them has no process now; `absent` where this kernel has no namespaces of the type.
 */
export type Standing =
  'same' | 'different' | 'first inside' | 'second inside' | 'unknown' | 'none' | 'absent';

export interface TypeComparison {
  type: NamespaceType;
  first: NamespaceId | null;
  second: NamespaceId | null;
  standing: Standing;
}

/** Two containers, type by type. */
export interface Comparison {
  first: Container;
  second: Container;
  types: readonly TypeComparison[];
  same: number;
}

export function compare(snapshot: Snapshot, first: Container, second: Container): Comparison {
  const parents = new Map(snapshot.namespaces.map(({ id, parent }) => [id, parent]));
  const isInside = (inner: NamespaceId, outer: NamespaceId): boolean => {
    let above = parents.get(inner) ?? null;
    while (above !== null && above !== outer) above = parents.get(above) ?? null;
    return above === outer;
  };
  const types = NAMESPACE_TYPES.map((type): TypeComparison => {
    const [a, b] = [first.namespaces[type], second.namespaces[type]];
    const standing = (): Standing => {
      if (first.sharing[type] === 'none' || second.sharing[type] === 'none') return 'none';
      if (snapshot.host.lacks.includes(type)) return 'absent';
      if (a === null || b === null) return 'unknown';
      if (a === b) return 'same';
      if (isInside(a, b)) return 'first inside';
      return isInside(b, a) ? 'second inside' : 'different';
    };
    return { type, first: a, second: b, standing: standing() };
  });
  const same = types.filter(({ standing }) => standing === 'same').length;
  return { first, second, types, same };
}
