import { refsOf } from '../model/container-ref';
import { containerKeyOf, inodeOf, type ContainerKey, type NamespaceId } from '../model/ids';
import type { Namespace } from '../model/namespace';
import type { NamespaceType } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import { commandOf } from '../model/command';
import { saidSharing, type SaidSharing } from '../sharing/said';
import { membersOf } from '../sharing/sharers';
import { byText } from '../model/order';

/** A namespace in the terms of lsns(8), with its containers. */
export interface NamespaceRow {
  /** The inode number: 32 bits in the kernel. */
  ns: number;
  type: NamespaceType;
  nprocs: number;
  /** The lowest PID in it, whose are `uid` and `command`; null when no process is. */
  pid: number | null;
  uid: number | null;
  /** The containers with processes in it, as links name them, in alphabetical order. */
  containers: string[];
  /** How the containers whose leaders are in it share it; null: there is none, and it is not the host's. */
  sharing: SaidSharing | null;
  command: string | null;
}

/** The namespaces of these types, in the order of the snapshot. */
export function namespaceRows(
  snapshot: Snapshot,
  types: ReadonlySet<NamespaceType>,
): NamespaceRow[] {
  const processes = new Map(snapshot.processes.map((process) => [process.pid, process]));
  const refs = refsOf(snapshot);
  const inside = containersInside(snapshot);
  return snapshot.namespaces
    .filter(({ type }) => types.has(type))
    .map((namespace): NamespaceRow => {
      const { id, type, leader } = namespace;
      const process = leader === null ? undefined : processes.get(leader);
      return {
        ns: Number(inodeOf(id)),
        type,
        nprocs: namespace.processes,
        pid: leader,
        uid: process?.uid ?? null,
        containers: [...(inside.get(id) ?? [])].flatMap((key) => refs.get(key) ?? []).sort(byText),
        sharing: sharingOf(snapshot, namespace),
        command: process === undefined ? null : commandOf(process),
      };
    });
}

/** Whose processes are in each namespace: two engines may have containers of one id. */
function containersInside({ processes }: Snapshot): ReadonlyMap<NamespaceId, Set<ContainerKey>> {
  const inside = new Map<NamespaceId, Set<ContainerKey>>();
  for (const process of processes) {
    const key = containerKeyOf(process);
    if (key === null) continue;
    for (const id of Object.values(process.namespaces)) {
      if (id === null) continue;
      const there = inside.get(id);
      if (there === undefined) inside.set(id, new Set([key]));
      else there.add(key);
    }
  }
  return inside;
}

function sharingOf(snapshot: Snapshot, { id, type, host }: Namespace): SaidSharing | null {
  if (host) return 'host';
  const [member] = membersOf(snapshot, id);
  return member === undefined ? null : saidSharing(member, type, snapshot.host.namespaces);
}
