import type { NamespaceId } from '../model/ids';
import type { Snapshot } from '../model/snapshot';
import { endpointOf, type Endpoint } from '../reach/endpoint';
import { findContainer } from '../model/container-ref';
import { isStopped } from '../model/is-stopped';
import { leaderOf } from '../select/leader-of';

/* Which life of what is asked about is meant, so that no answer outlives it. Null: it is not there. */

/** A number is used again: it is another process in another boot, and where it began at another time. */
export function lifeOfProcess(pid: number, { bootId, processes }: Snapshot): string | null {
  const known = processes.find((each) => each.pid === pid);
  return known === undefined ? null : `${bootId} ${known.startTicks}`;
}

/** An inode is used again: it is another namespace in another boot, and where its lifetime is another. */
export function lifeOfNamespace(id: NamespaceId, { bootId, namespaces }: Snapshot): string | null {
  const namespace = namespaces.find((each) => each.id === id);
  return namespace === undefined ? null : `${bootId} ${namespace.lifetime}`;
}

/** A container that runs: its first process; the same for all where its engine does not tell which that is. */
export function lifeOfContainer(ref: string, snapshot: Snapshot): string | null {
  const container = findContainer(snapshot, ref);
  const leader = container === null ? null : leaderOf(snapshot, container);
  if (container?.pid === 0 && !isStopped(container)) return `${snapshot.bootId} not told`;
  return leader === null ? null : `${snapshot.bootId} ${String(leader.pid)} ${leader.startTicks}`;
}

/** Who gets through to whom: the networks of both ends. */
export function lifeOfReach(asked: { from: string; to: string }, snapshot: Snapshot) {
  const lives = endsOf(asked, snapshot)?.map(({ network }) => lifeOfNamespace(network, snapshot));
  return lives === undefined || lives.includes(null) ? null : lives.join(' ');
}

/** The two ends that a question means; null: one of them is not there, or in no network that is known. */
export function endsOf(
  { from, to }: { from: string; to: string },
  snapshot: Snapshot,
): [Endpoint, Endpoint] | null {
  const find = (word: string) => findContainer(snapshot, word);
  const first = endpointOf(from, find(to), snapshot, find);
  const second = endpointOf(to, find(from), snapshot, find);
  return first === null || second === null ? null : [first, second];
}
