import type { Container } from '../model/container';
import { containerKey, containerKeyOf } from '../model/ids';
import type { Snapshot } from '../model/snapshot';
import { uidOnHost, uidThere, type NumberThere } from '../select/user-numbers';

/** One number of a user, and who that is on the host in either of two containers. */
export interface SameUser {
  id: number;
  onHost: readonly [NumberThere, NumberThere];
}

/** root, and whoever a process of either container runs as: the same number in both, by the number. */
export function sameUsers(snapshot: Snapshot, both: readonly [Container, Container]): SameUser[] {
  const namespaceOf = ({ namespaces: { user } }: Container) =>
    snapshot.namespaces.find(({ id }) => id === user) ?? null;
  const [first, second] = [namespaceOf(both[0]), namespaceOf(both[1])];
  const keys = both.map(containerKey);
  const ids = new Set([0]);
  for (const process of snapshot.processes) {
    const key = containerKeyOf(process);
    const at = key === null ? -1 : keys.indexOf(key);
    if (at === -1) continue;
    const there = uidThere(process.uid, at === 0 ? first : second);
    if (there.is === 'known') ids.add(there.id);
  }
  return [...ids]
    .sort((a, b) => a - b)
    .map((id) => ({ id, onHost: [uidOnHost(id, first), uidOnHost(id, second)] }));
}
