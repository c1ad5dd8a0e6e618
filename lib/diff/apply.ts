import type { Snapshot } from '../model/snapshot';
import type { Delta } from '../protocol/protocol';
import { applyList, CONTAINERS, ENGINES, NAMESPACES, PROCESSES } from './collections';

/** The snapshot that a delta makes of `before`; null when it is for another one (SPEC 8). */
export function apply(
  before: Snapshot,
  { seq, put, remove }: Omit<Delta, 'epoch'>,
): Snapshot | null {
  if (seq !== before.seq + 1) return null;
  const changes = <Name extends keyof typeof remove>(name: Name) => ({
    put: put[name],
    remove: remove[name],
  });
  return {
    ...before,
    seq,
    takenAt: put.takenAt,
    host: put.host ?? before.host,
    engines: applyList(ENGINES, before.engines, changes('engines')),
    namespaces: applyList(NAMESPACES, before.namespaces, changes('namespaces')),
    containers: applyList(CONTAINERS, before.containers, changes('containers')),
    processes: applyList(PROCESSES, before.processes, changes('processes')),
  };
}
