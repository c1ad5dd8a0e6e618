import type { Container } from '../model/container';
import type { NamespaceId } from '../model/ids';
import type { NamespaceType } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import { byStart } from '../model/container-order';
import { isSameContainer } from '../model/containers-by-key';

/** The types for which Docker's default is a namespace of the container's own. */
export const PRIVATE_BY_DEFAULT: readonly NamespaceType[] = ['pid', 'net', 'mnt', 'ipc', 'uts'];

/** The other containers whose leader is in the same namespace of this type. */
export function sharersOf(
  snapshot: Snapshot,
  container: Container,
  type: NamespaceType,
): Container[] {
  const id = container.namespaces[type];
  if (id === null) return [];
  return snapshot.containers.filter(
    (other) => !isSameContainer(other, container) && other.namespaces[type] === id,
  );
}

/** The containers whose leader is in this namespace, the earliest started first. */
export function membersOf(snapshot: Snapshot, id: NamespaceId): Container[] {
  return snapshot.containers
    .filter((container) => Object.values(container.namespaces).includes(id))
    .sort(byStart);
}

/** Does its engine not answer now, so that what is told of it is what was last known? */
export function isStale(snapshot: Snapshot, container: Container): boolean {
  const engine = snapshot.engines.find((each) => each.id === container.engine);
  return engine !== undefined && engine.state !== 'connected';
}
