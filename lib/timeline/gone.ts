import type { Container } from '../model/container';
import { lastingName } from '../model/container-ref';
import { containerKey, type ContainerKey, type NamespaceId } from '../model/ids';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import type { Comparison, Different } from './difference';

/** A container that is not there at the second moment: no part of its picture, and shown beside it. */
export interface Gone {
  key: ContainerKey;
  /** As it was when it was there last. */
  container: Container;
  /** What it was called where its name stands alone. */
  name: string;
  /** The key of the one that has its name now; null: nobody has. */
  successor: ContainerKey | null;
  /** Where it belongs: who has its name now, else who was in a namespace with it; null: beside nobody. */
  beside: ContainerKey | null;
}

/** What went, by name as in the comparison. */
export function goneIn(comparison: Comparison): Gone[] {
  const { different } = comparison;
  const partings = partingsIn(comparison);
  return different.flatMap(({ difference, container, name, again }) => {
    if (difference !== 'went') return [];
    const key = containerKey(container);
    const next = again ? different.find((each) => isNext(each, container)) : undefined;
    const successor = next === undefined ? null : containerKey(next.container);
    const parting = partings.find(({ leaver }) => leaver === key);
    return [{ key, container, name, successor, beside: successor ?? parting?.other ?? null }];
  });
}

function isNext({ difference, container }: Different, gone: Container): boolean {
  return (
    difference !== 'went' &&
    container.engine === gone.engine &&
    lastingName(container) === lastingName(gone)
  );
}

/** Two that were in a namespace together and are no longer: one has left the other, or both are gone. */
export interface Parting {
  type: NamespaceType;
  namespace: NamespaceId;
  leaver: ContainerKey;
  /** Who is still in it, or was in it last. */
  other: ContainerKey;
}

/** Each leaver once for each namespace that it left, in the order of the comparison. */
export function partingsIn({ different }: Comparison): Parting[] {
  const partings = new Map<string, Parting>();
  const add = (parting: Parting) => {
    const key = `${parting.leaver} ${parting.namespace}`;
    if (!partings.has(key)) partings.set(key, parting);
  };
  for (const { difference, container, facts } of different) {
    if (difference !== 'changed') continue;
    for (const fact of facts) {
      const namespace = fact.is === 'company' ? container.namespaces[fact.type] : null;
      if (fact.is !== 'company' || namespace === null) continue;
      for (const name of fact.went) {
        const leaver = namedBefore(different, name);
        if (leaver === null) continue;
        add({ type: fact.type, namespace, leaver, other: containerKey(container) });
      }
    }
  }
  for (const [type, namespace, together] of goneTogether(different)) {
    const [first, ...others] = together;
    // Who stayed tells of it; else the first of them stands for it.
    const isTold = [...partings.values()].some((each) => each.namespace === namespace);
    if (first === undefined || isTold) continue;
    for (const leaver of others) add({ type, namespace, leaver, other: first });
  }
  return [...partings.values()];
}

/** Who was called so at the first moment. */
function namedBefore(different: readonly Different[], name: string): ContainerKey | null {
  const named = different.filter((each) => each.name === name);
  const was =
    named.find(({ difference }) => difference === 'went') ??
    named.find(({ difference }) => difference === 'changed');
  return was === undefined ? null : containerKey(was.container);
}

/** Those that went, by the namespaces that they shared. */
function goneTogether(
  different: readonly Different[],
): [NamespaceType, NamespaceId, ContainerKey[]][] {
  const went = different.filter(({ difference }) => difference === 'went');
  return NAMESPACE_TYPES.flatMap((type) => {
    const together = new Map<NamespaceId, ContainerKey[]>();
    for (const { container, facts } of went) {
      for (const fact of facts) {
        if (fact.is !== 'space' || fact.type !== type || fact.from === null) continue;
        const { id } = fact.from;
        together.set(id, [...(together.get(id) ?? []), containerKey(container)]);
      }
    }
    return [...together].map(([id, keys]): [NamespaceType, NamespaceId, ContainerKey[]] => [
      type,
      id,
      keys,
    ]);
  });
}
