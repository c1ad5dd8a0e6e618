import * as z from 'zod/mini';
import type { NamespaceId } from '../model/ids';
import type { Snapshot } from '../model/snapshot';
import type { Unreadable } from '../model/unreadable';

/** What a PID namespace isolates, besides the numbers that every process has in it. */
export const pidInsideSchema = z.object({
  type: z.literal('pid'),
  /** Its first process, as the reader numbers it: when that ends, the kernel ends all others. */
  init: z.nullable(z.int()),
  /** How many namespaces it is below the host's; 0: it is the host's. */
  levels: z.nullable(z.int()),
  /** Other containers that end when it does, by id: they are in it, or in one below it. */
  endsWith: z.nullable(z.array(z.string())),
});
export type PidInside = z.infer<typeof pidInsideSchema>;

/** Of those that we see, none is number 1 there, or none leads up to the host's. */
const NOT_SEEN = 'not-seen';

/** All of it is in the snapshot. */
export function pidInside(
  id: NamespaceId,
  snapshot: Snapshot,
): PidInside & { unreadable: Unreadable } {
  const parents = new Map(snapshot.namespaces.map((each) => [each.id, each.parent]));
  const init = snapshot.processes.find(
    ({ namespaces, nsPids }) => namespaces.pid === id && nsPids?.at(-1) === 1,
  );
  const host = snapshot.host.namespaces.pid;
  const levels = chainFrom(id, parents).findIndex((each) => each === host);
  const others = snapshot.containers
    .filter(({ pid }) => pid !== 0 && pid !== init?.pid)
    .map((container) => {
      const { pid } = container.namespaces;
      return { container, chain: pid === null ? [] : chainFrom(pid, parents) };
    });
  const ending = others.filter(({ chain }) => chain.includes(id));
  // The way up from it is not known as far as this one, or as the host's: it may be below this one.
  const unknown = others.find(({ chain }) => !chain.includes(id) && chain.at(-1) !== host);
  return {
    type: 'pid',
    init: init?.pid ?? null,
    levels: levels < 0 ? null : levels,
    endsWith: unknown === undefined ? ending.map(({ container }) => container.id) : null,
    unreadable: {
      ...(init === undefined ? { init: NOT_SEEN } : {}),
      ...(levels < 0 ? { levels: NOT_SEEN } : {}),
      ...(unknown === undefined
        ? {}
        : { endsWith: unknown.container.unreadable['namespaces.pid'] ?? NOT_SEEN }),
    },
  };
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
