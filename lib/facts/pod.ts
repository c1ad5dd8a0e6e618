import type { Container } from '../model/container';
import { podOf } from '../model/project';
import type { Snapshot } from '../model/snapshot';
import { hostFieldOf, inPodWith, processesAskedBy, seesProcessesOf } from '../sharing/pod';
import { saidSharing } from '../sharing/said';

/** What the inspector tells of the pod that a container is in. */
export interface PodFacts {
  /** `namespace/pod`. */
  pod: string;
  /** Who else is in it, but for its pause container. */
  others: Container[];
  /** Its pause container, where this is not that one. */
  pause: Container | null;
  /** By what it is asked for that they see each other's processes; null: it is not. */
  processes: string | null;
  /** Whose processes it sees although that is not asked for. */
  sees: Container[];
  /** Could it not be read whether they do? */
  unknown: boolean;
  /** The fields by which it is in namespaces of the host's. */
  host: string[];
}

/** @returns null where it is in no pod */
export function podFacts(snapshot: Snapshot, container: Container): PodFacts | null {
  const pod = podOf(container);
  if (pod === null) return null;
  const all = inPodWith(snapshot, container);
  const others = all.filter(({ role }) => role !== 'pause');
  const seen = seesProcessesOf(container, all);
  const host = (['net', 'pid', 'ipc'] as const).flatMap((type) => {
    const isHosts = saidSharing(container, type, snapshot.host.namespaces) === 'host';
    return isHosts ? (hostFieldOf(container, type) ?? []) : [];
  });
  const sees = seen?.filter(({ role }) => role !== 'pause') ?? [];
  const asked = seen === null || seen.length === 0 ? null : processesAskedBy(snapshot, container);
  return {
    ...{ pod, others, host },
    pause: all.find(({ role }) => role === 'pause') ?? null,
    processes: asked,
    sees: asked === null ? sees : [],
    unknown: seen === null,
  };
}
