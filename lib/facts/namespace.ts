import type { Container } from '../model/container';
import { kernelName, namespaceTypeOf, type NamespaceId } from '../model/ids';
import type { Namespace } from '../model/namespace';
import type { NamespaceType } from '../model/namespace-type';
import type { Process } from '../model/process';
import type { Snapshot } from '../model/snapshot';
import { pidVector } from '../select/pid-vector';
import { membersOf } from '../sharing/sharers';
import * as proof from '../shell/proof';
import { cap, processFacts, type Capped, type ProcessFact } from './seen';

const PROCESSES_AT_MOST = 20;

/** What the inspector tells of a namespace. */
export interface NamespaceFacts {
  namespace: Namespace;
  kernelName: string;
  /** The containers whose leader is in it. */
  members: Container[];
  /** The process with the lowest PID in it; null when none is, or it has gone. */
  leader: ProcessFact | null;
  processes: Capped<ProcessFact>;
  /** Pid and user namespaces are nested in a parent, others are not. */
  nests: boolean;
  proofs: { members: string; relations: string; inside: string | null; link: string | null };
}

/** @returns null when nothing is known of it (any more). */
export function namespaceFacts(snapshot: Snapshot, id: NamespaceId): NamespaceFacts | null {
  const namespace = snapshot.namespaces.find((each) => each.id === id);
  if (namespace === undefined) return null;
  const type = namespaceTypeOf(id);
  const all = snapshot.processes.filter((process) => process.namespaces[type] === id);
  const fact = processFacts(snapshot);
  const numbered = (process: Process) => fact(process, pidIn(snapshot, process, type, id));
  const { rows, more } = cap(all, PROCESSES_AT_MOST);
  const first = all.find((process) => process.pid === namespace.leader);
  const pid = first?.pid ?? null;
  return {
    namespace,
    kernelName: kernelName(id),
    members: membersOf(snapshot, id),
    leader: first === undefined ? null : numbered(first),
    processes: { rows: rows.map(numbered), more },
    nests: type === 'pid' || type === 'user',
    proofs: {
      members: proof.listMembers(id),
      relations: proof.listNamespaces(type),
      inside: pid === null ? null : proof.lookInside(id, pid),
      link: pid === null ? null : proof.readLink(pid, type),
    },
  };
}

function pidIn(
  snapshot: Snapshot,
  process: Process,
  type: NamespaceType,
  id: NamespaceId,
): number | null {
  if (type !== 'pid') return null;
  return pidVector(snapshot, process).find((place) => place.namespace === id)?.pid ?? null;
}
