import type { Container } from '../model/container';
import { HOST } from '../model/host-word';
import type { NamespaceId } from '../model/ids';
import type { PublishedPort } from '../model/published-port';
import type { Snapshot } from '../model/snapshot';

/** Somebody that is not on this machine. */
export const OUTSIDE = ':outside';

/** One end of what is asked about. */
export type Endpoint =
  /**
   * `published`: the ports of its network, whichever container of those in it has them; `untold`: not
   * all of these tell theirs.
   */
  | {
      is: 'container';
      network: NamespaceId;
      published: readonly PublishedPort[];
      untold: boolean;
    }
  /** The host as the other end sees it: the network in which its engine is. */
  | { is: 'host'; network: NamespaceId }
  | { is: 'outside'; network: NamespaceId };

/**
 * The networks of hosts: the machine's own, and those that its engines are in. What leaves them for
 * outside is not followed.
 */
export function bordersOf({
  host,
  engines,
}: Pick<Snapshot, 'host' | 'engines'>): ReadonlySet<NamespaceId> {
  return new Set(
    [host.namespaces.net, ...engines.map(({ namespaces }) => namespaces.net)].flatMap(
      (id) => id ?? [],
    ),
  );
}

/**
 * @param word `:host`, `:outside`, or what names a container
 * @param other the container at the other end; null: there is none
 * @param find looks a container up by what names it
 * @returns null: there is no such thing, or its network is not known
 */
export function endpointOf(
  word: string,
  other: Container | null,
  snapshot: Snapshot,
  find: (word: string) => Container | null,
): Endpoint | null {
  if (word === HOST || word === OUTSIDE) {
    const engine = snapshot.engines.find(({ id }) => id === other?.engine);
    const network = engine?.namespaces.net ?? snapshot.host.namespaces.net;
    return network === null ? null : { is: word === HOST ? 'host' : 'outside', network };
  }
  const network = find(word)?.namespaces.net ?? null;
  if (network === null) return null;
  const within = snapshot.containers.filter(({ namespaces }) => namespaces.net === network);
  const published = within.flatMap(({ ports }) => ports ?? []);
  const untold = within.some(({ ports }) => ports === undefined);
  return { is: 'container', network, published, untold };
}
