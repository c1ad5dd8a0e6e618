import type { Sharing, SharingSet } from '../model/container';
import type { Host } from '../model/host';
import type { NamespaceId } from '../model/ids';
import { NAMESPACE_TYPES, perType, type NamespaceType } from '../model/namespace-type';
import type { NamespaceSet } from '../model/namespace-set';

/** What sharing is decided from: the namespaces of the leaders of running containers. */
export interface SharingParty {
  /** The container's. */
  key: string;
  /** Null: it has no process now. */
  namespaces: NamespaceSet | null;
  /** The namespaces of its engine's daemon, which can live in some of its own. */
  engineNamespaces: NamespaceSet;
}

/**
 * The sharing of every party and type. A namespace that equals nobody's is `own` only when the
 * host's is known: else it could be the host's, so `unknown`.
 *
 * @returns key → sharing per type
 */
export function decideSharing(
  parties: readonly SharingParty[],
  { namespaces: hostNamespaces, lacks }: Pick<Host, 'namespaces' | 'lacks'>,
): Map<string, SharingSet> {
  const leaders = new Map<NamespaceId, number>();
  for (const { namespaces } of parties) {
    for (const type of NAMESPACE_TYPES) {
      const id = namespaces?.[type] ?? null;
      if (id !== null) leaders.set(id, (leaders.get(id) ?? 0) + 1);
    }
  }
  const decide = (party: SharingParty, type: NamespaceType): Sharing => {
    if (party.namespaces === null) return 'none';
    if (lacks.includes(type)) return 'absent';
    const id = party.namespaces[type];
    if (id === null) return 'unknown';
    const host = hostNamespaces[type];
    if (id === host || id === party.engineNamespaces[type]) return 'host';
    if ((leaders.get(id) ?? 0) > 1) return 'shared';
    return host === null && party.engineNamespaces[type] === null ? 'unknown' : 'own';
  };
  return new Map(parties.map((party) => [party.key, perType((type) => decide(party, type))]));
}
