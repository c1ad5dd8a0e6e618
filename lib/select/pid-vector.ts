import type { Container } from '../model/container';
import type { NamespaceId } from '../model/ids';
import type { Process } from '../model/process';
import type { Snapshot } from '../model/snapshot';
import { membersOf } from '../sharing/sharers';

/** The number of a process in one of the PID namespaces that it is visible in. */
export interface NumberedPlace {
  /** Null where the namespace is not known. */
  namespace: NamespaceId | null;
  pid: number;
  host: boolean;
  /** The containers whose leader is in that namespace. */
  containers: Container[];
}

/**
 * The PID of a process in each PID namespace from the reader's down to its own, outermost first
 * (NSpid of proc_pid_status(5); the namespaces are found by going up from its own to parents).
 * When NSpid could not be read: the one number that is known.
 */
export function pidVector(snapshot: Snapshot, process: Process): NumberedPlace[] {
  const pids = process.nsPids ?? [process.pid];
  const host = snapshot.host.namespaces.pid;
  const places: NumberedPlace[] = [];
  let level = process.nsPids === null && pids.length === 1 ? host : process.namespaces.pid;
  for (const [index, pid] of [...pids.entries()].reverse()) {
    // The reader's own namespace is known even where a parent is not.
    const namespace = level ?? (index === 0 ? host : null);
    const isHost = namespace === null ? index === 0 : namespace === host;
    const containers = namespace === null || isHost ? [] : membersOf(snapshot, namespace);
    places.unshift({ namespace, pid, host: isHost, containers });
    level = snapshot.namespaces.find((each) => each.id === level)?.parent ?? null;
  }
  return places;
}
