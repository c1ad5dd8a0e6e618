import { isStopped } from '../model/is-stopped';
import * as z from 'zod/mini';
import type { Container } from '../model/container';
import { idRefs } from '../model/container-names';
import { findContainer } from '../model/container-ref';
import { containerKey, containerKeyOf, type NamespaceId } from '../model/ids';
import type { Process } from '../model/process';
import type { Snapshot } from '../model/snapshot';
import type { Unreadable } from '../model/unreadable';

/** What a PID namespace isolates, besides the numbers that every process has in it. */
export const pidInsideSchema = z.object({
  type: z.literal('pid'),
  /** Its first process, as the reader numbers it: when that ends, the kernel ends all others. */
  init: z.nullable(z.int()),
  /** How many namespaces it is below the host's; 0: it is the host's. */
  levels: z.nullable(z.int()),
  /** Other containers that end when it does, as `idRefs` names them: they are in it, or in one below it. */
  endsWith: z.nullable(z.array(z.string())),
});
export type PidInside = z.infer<typeof pidInsideSchema>;

/** Of those that we see, none is number 1 there, or none leads up to the host's. */
const NOT_SEEN = 'not-seen';

type Told = PidInside & { unreadable: Unreadable };

/** All of it is in the snapshot. */
export function pidInside(id: NamespaceId, snapshot: Snapshot): Told {
  return pidInsides(snapshot)(id);
}

/** The same of many namespaces of one snapshot. */
export function pidInsides(snapshot: Snapshot): (id: NamespaceId) => Told {
  const parents = new Map(snapshot.namespaces.map((each) => [each.id, each.parent]));
  const host = snapshot.host.namespaces.pid;
  const inits = new Map<NamespaceId, Process>();
  for (const process of snapshot.processes) {
    const { pid } = process.namespaces;
    if (pid !== null && process.nsPids?.at(-1) === 1 && !inits.has(pid)) inits.set(pid, process);
  }
  const refTo = idRefs(snapshot.containers);
  const running = snapshot.containers
    // What runs on another machine is in no namespace here.
    .filter((each) => !isStopped(each) && each.unreadable['namespaces.pid'] !== 'EREMOTE')
    .map((container) => {
      const { pid } = container.namespaces;
      return { container, chain: pid === null ? [] : chainFrom(pid, parents) };
    });
  // The way up from these is not known as far as the host's: they may be below any.
  const loose = running.filter(({ chain }) => chain.at(-1) !== host);
  const within = new Map<NamespaceId, Container[]>();
  for (const { container, chain } of running) {
    for (const id of chain) {
      const others = within.get(id);
      if (others === undefined) within.set(id, [container]);
      else others.push(container);
    }
  }
  return (id) => {
    const init = inits.get(id);
    const levels = chainFrom(id, parents).findIndex((each) => each === host);
    const unknown = loose.find(
      ({ container, chain }) => !isLedBy(container, init) && !chain.includes(id),
    );
    const ending = (within.get(id) ?? []).filter((each) => !isLedBy(each, init));
    return {
      type: 'pid',
      init: init?.pid ?? null,
      levels: levels < 0 ? null : levels,
      endsWith: unknown === undefined ? ending.map(refTo) : null,
      unreadable: {
        ...(init === undefined ? { init: NOT_SEEN } : {}),
        ...(levels < 0 ? { levels: NOT_SEEN } : {}),
        ...(unknown === undefined
          ? {}
          : { endsWith: unknown.container.unreadable['namespaces.pid'] ?? NOT_SEEN }),
      },
    };
  };
}

/** A container whose first process is number 1 of a PID namespace, and which others end with it. */
export interface Ending {
  /** Null: that process is of no container. */
  with: Container | null;
  /** Null: that is not known. */
  others: readonly Container[] | null;
}

/** Who ends when number 1 of a namespace does. @param told what it isolates */
export function endingOf(told: PidInside, snapshot: Snapshot): Ending {
  const { containers, processes } = snapshot;
  const init = processes.find(({ pid }) => pid === told.init);
  return {
    with: containers.find((each) => isLedBy(each, init)) ?? null,
    others: told.endsWith?.flatMap((ref) => findContainer(snapshot, ref) ?? []) ?? null,
  };
}

/** Is it the first process of the container? One of an engine elsewhere has its number by chance. */
function isLedBy(container: Container, process: Process | undefined): boolean {
  if (process?.pid !== container.pid) return false;
  return containerKeyOf(process) === containerKey(container);
}

/** The namespace and those above it, as far as they are known. */
function chainFrom(
  id: NamespaceId,
  parents: ReadonlyMap<NamespaceId, NamespaceId | null>,
): NamespaceId[] {
  const chain: NamespaceId[] = [];
  for (let at: NamespaceId | null = id; at !== null && !chain.includes(at);) {
    chain.push(at);
    at = parents.get(at) ?? null;
  }
  return chain;
}
