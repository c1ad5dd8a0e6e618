import type { Container } from '../model/container';
import type { Process } from '../model/process';
import type { Snapshot } from '../model/snapshot';
import { commandOf } from '../model/command';
import { containersByKey, containerOf } from '../model/containers-by-key';
import { uidThere, type NumberThere } from '../select/user-numbers';

/** A process in a table of the inspector. */
export interface ProcessFact {
  process: Process;
  /** Its PID in the namespace the table is about; null where it has none there. */
  pidInside: number | null;
  /** The number that its user has in its own user namespace. */
  uidInside: NumberThere;
  /** Null: a process of the host. */
  from: Container | null;
  command: string;
}

/** The first rows of a list, and how many there are besides. */
export interface Capped<T> {
  rows: T[];
  more: number;
}

export function cap<T>(all: readonly T[], atMost: number): Capped<T> {
  return { rows: all.slice(0, atMost), more: Math.max(0, all.length - atMost) };
}

/** Makes a process's row; containers are looked up once for a whole table. */
export function processFacts(
  snapshot: Snapshot,
): (process: Process, pidInside: number | null) => ProcessFact {
  const containers = containersByKey(snapshot.containers);
  const users = new Map(
    snapshot.namespaces.flatMap((each) => (each.type === 'user' ? [[each.id, each]] : [])),
  );
  const uidInside = ({ uid, namespaces: { user } }: Process): NumberThere =>
    uid !== null && snapshot.host.lacks.includes('user')
      ? { is: 'known', id: uid }
      : uidThere(uid, user === null ? null : (users.get(user) ?? null));
  return (process, pidInside) => ({
    process,
    pidInside,
    uidInside: uidInside(process),
    from: containerOf(process, containers),
    command: commandOf(process),
  });
}
