import type { Container, Sharing } from '../model/container';
import type { Host } from '../model/host';
import type { NamespaceType } from '../model/namespace-type';
import type { NamespaceSet } from '../model/namespace-set';

/**
 * How the sharing of one type is said. `host` of the snapshot is two things: the host's, and the
 * engine's, whose daemon can live in namespaces of its own.
 */
export type SaidSharing = Sharing | 'engine';

/** How many containers are what in one type. */
export type SharingCounts = Readonly<Record<SaidSharing, number>>;

/** How many are said to be what. */
export function countSaid(all: readonly SaidSharing[]): SharingCounts {
  const count = { own: 0, shared: 0, host: 0, engine: 0, unknown: 0, none: 0, absent: 0 };
  for (const said of all) count[said] += 1;
  return count;
}

/**
 * How it is said, in every place that says it. What is not known to be the host's is the engine's:
 * it was found equal to one of the two.
 */
export function saidSharing(
  { sharing, namespaces }: Pick<Container, 'sharing' | 'namespaces'>,
  type: NamespaceType,
  hostNamespaces: NamespaceSet,
): SaidSharing {
  if (sharing[type] !== 'host') return sharing[type];
  return namespaces[type] === hostNamespaces[type] ? 'host' : 'engine';
}

/** How the host's own namespace of a type is said. */
export function saidOfHost(
  { namespaces, lacks }: Pick<Host, 'namespaces' | 'lacks'>,
  type: NamespaceType,
): 'host' | 'unknown' | 'absent' {
  if (lacks.includes(type)) return 'absent';
  return namespaces[type] === null ? 'unknown' : 'host';
}
