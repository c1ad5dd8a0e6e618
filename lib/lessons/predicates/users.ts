import { Unreadable } from '../../findings/unreadable';
import { idMapText } from '../../findings/id-map-text';
import { shownUid, uidMapOf, uidOnHost, uidThere } from '../../select/user-numbers';
import { processField, uidInside } from '../../shell/proof';
import type { Decision } from '../decision';
import type { Namespace } from '../../model/namespace';
import type { Arguments } from '../predicate';
import type { Witness } from '../witness';

/** Whom a number of the container stands for outside: one that is not mapped for nobody. */
export const uid: Decision<Arguments['uid']> = {
  holds: (witness, [name, inside, wanted]) => {
    const namespace = usersOf(witness, name);
    if (namespace === null) return false;
    const outside = uidOnHost(inside, namespace);
    if (outside.is === 'unknown') throw new Unreadable(outside.why ?? 'users-elsewhere');
    if (outside.is === 'unmapped') return false;
    return (outside.id === inside) === (wanted === 'same');
  },
  shown: (witness, [name]) => {
    const namespace = usersOf(witness, name);
    const container = witness.alive(name);
    if (namespace === null || container === null) return null;
    const { uidMap } = namespace;
    return {
      command: `cat /proc/${String(container.pid)}/uid_map`,
      value: uidMap === null ? null : idMapText(uidMap),
    };
  },
};

export const runsAs: Decision<Arguments['runs-as']> = {
  holds: (witness, [name, wanted, where]) => {
    const found = where === undefined ? uidOf(witness, name) : uidInsideOf(witness, name);
    return found?.uid === wanted;
  },
  shown: (witness, [name, , where]) => {
    const found = where === undefined ? uidOf(witness, name) : uidInsideOf(witness, name);
    if (found === null) return null;
    const isOfHost = where === undefined || usersOf(witness, name)?.host === true;
    return {
      command: isOfHost ? processField(found.pid, 'uid') : uidInside(found.pid),
      value: found.uid === null ? null : String(found.uid),
    };
  },
};

/** Null: nobody is there. @throws Unreadable */
function usersOf(witness: Witness, name: string): Namespace | null {
  const id = witness.namespace(name, 'user');
  if (id === null) return null;
  const namespace = witness.snapshot.namespaces.find((each) => each.id === id);
  if (namespace !== undefined) return namespace;
  throw new Unreadable('ENODATA');
}

/** Of its first process, as the host numbers it. @throws Unreadable */
function uidOf(witness: Witness, name: string): { pid: number; uid: number } | null {
  const leader = witness.leader(name);
  if (leader === null) return null;
  const { host, namespaces } = witness.snapshot;
  const users = namespaces.find(({ id }) => id === host.namespaces.user);
  // Who reads is in another user namespace than the host: its numbers are not the host's.
  if (users !== undefined && uidMapOf(users) === null) throw new Unreadable('users-elsewhere');
  const { pid, uid: number, unreadable } = leader;
  if (number === null) throw new Unreadable(unreadable.uid ?? 'ENODATA');
  return { pid, uid: number };
}

/** The same as its own user namespace numbers it; no number: it has none there. @throws Unreadable */
function uidInsideOf(witness: Witness, name: string): { pid: number; uid: number | null } | null {
  const found = uidOf(witness, name);
  if (found === null) return null;
  const there = uidThere(found.uid, usersOf(witness, name));
  if (there.is === 'unknown') throw new Unreadable(there.why ?? 'users-elsewhere');
  return { pid: found.pid, uid: shownUid(there) };
}
