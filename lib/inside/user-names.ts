import type { NamespaceId } from '../model/ids';
import type { Snapshot } from '../model/snapshot';
import type { Insides } from './insides';
import { namedUids } from './names';

/** What users are called: a name; null, that there is none; undefined, that it is not known. */
export interface UserNames {
  /** By their number in a user namespace. */
  inside: (namespace: NamespaceId, id: number) => string | null | undefined;
  onHost: (id: number) => string | null | undefined;
}

/**
 * What is known of the names of users. Each container has a file of its own, with other names: those that were
 * read in a namespace of one container alone are its users' names. In the host's namespace only who has one
 * number on the host has one name.
 */
export function userNames(insides: Insides, snapshot: Snapshot): UserNames {
  const ofOne = new Set(
    snapshot.namespaces.flatMap(({ id, host, containers }) =>
      host || containers.length > 1 ? [] : id,
    ),
  );
  const inside = new Map<NamespaceId, ReadonlyMap<number, string | null>>();
  const onHost = new Map<number, string | null>();
  for (const [id, asked] of insides) {
    if (asked.is !== 'answered' || asked.answer.type !== 'user') continue;
    const { names } = asked.answer;
    // Of other numbers it was not asked whether they have one.
    const wanted = namedUids(id, snapshot);
    const own = new Map<number, string | null>();
    if (names.inside !== null) told(wanted.inside, names.inside, own);
    if (names.outside !== null) told(wanted.outside, names.outside, onHost);
    if (ofOne.has(id)) inside.set(id, own);
  }
  return {
    inside: (namespace, id) => inside.get(namespace)?.get(id),
    onHost: (id) => onHost.get(id),
  };
}

function told(
  wanted: readonly number[],
  names: Readonly<Record<string, string>>,
  into: Map<number, string | null>,
): void {
  for (const id of wanted) into.set(id, names[String(id)] ?? null);
}
