import equal from 'fast-deep-equal';
import type { Snapshot } from '../model/snapshot';
import type { Delta } from '../protocol/protocol';
import { CONTAINERS, diffList, ENGINES, NAMESPACES, PROCESSES } from './collections';

/**
 * What changed from `before` to `after`, or null when nothing did (SPEC 2).
 *
 * @throws RangeError for snapshots of different boots (SPEC 9)
 */
export function diff(before: Snapshot, after: Snapshot, epoch: string): Delta | null {
  if (before.bootId !== after.bootId) {
    throw new RangeError(`no diff between boots ${before.bootId} and ${after.bootId}`);
  }
  const engines = diffList(ENGINES, before.engines, after.engines, equal);
  const namespaces = diffList(NAMESPACES, before.namespaces, after.namespaces, equal);
  const containers = diffList(CONTAINERS, before.containers, after.containers, equal);
  const processes = diffList(PROCESSES, before.processes, after.processes, equal);
  const host = before.host === after.host || equal(before.host, after.host) ? null : after.host;
  const changes = [engines, namespaces, containers, processes];
  if (host === null && changes.every(({ put, remove }) => put.length + remove.length === 0)) {
    return null;
  }
  return {
    epoch,
    seq: after.seq,
    put: {
      takenAt: after.takenAt,
      ...(host === null ? {} : { host }),
      engines: engines.put,
      namespaces: namespaces.put,
      containers: containers.put,
      processes: processes.put,
    },
    remove: {
      engines: engines.remove,
      namespaces: namespaces.remove,
      containers: containers.remove,
      processes: processes.remove,
    },
  };
}
