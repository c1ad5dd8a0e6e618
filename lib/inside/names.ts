import * as z from 'zod/mini';
import { idInside, idOutside, IDENTITY } from '../model/id-map';
import type { NamespaceId } from '../model/ids';
import type { Snapshot } from '../model/snapshot';

/** Number → name; a number that has none is left out. */
const namesSchema = z.record(z.string(), z.string());
export type Names = z.infer<typeof namesSchema>;

/** What numbers of users are called, as /etc/passwd there has it. */
export const namesInsideSchema = z.object({
  /** By the process that the namespace was read through: others in it may have another file. */
  inside: z.nullable(namesSchema),
  outside: z.nullable(namesSchema),
});
export type NamesInside = z.infer<typeof namesInsideSchema>;

/** Numbers of users whose names are wanted. */
export interface NamedUids {
  inside: readonly number[];
  outside: readonly number[];
}

/** More are not looked up: a picture has no room for them. */
const MOST = 512;

/**
 * The numbers that matter of a user namespace: the first ones of what is mapped, and those that its processes
 * have; each as it is counted inside, and outside.
 */
export function namedUids(id: NamespaceId, { namespaces, processes }: Snapshot): NamedUids {
  const namespace = namespaces.find((each) => each.id === id);
  const map = namespace?.host === true ? IDENTITY : (namespace?.uidMap ?? []);
  const outside = new Set(map.flatMap(([inside]) => idOutside(map, inside) ?? []));
  for (const { uid, namespaces: of } of processes) {
    if (of.user === id && uid !== null) outside.add(uid);
  }
  const inside = new Set(map.map(([first]) => first));
  for (const uid of outside) {
    const there = idInside(map, uid);
    if (there !== null) inside.add(there);
  }
  return { inside: sorted(inside), outside: sorted(outside) };
}

/** Of all names those of these numbers. */
export function namesOf(uids: readonly number[], all: Names): Names {
  return Object.fromEntries(
    uids.flatMap((uid) => {
      const name = Object.hasOwn(all, uid) ? all[uid] : undefined;
      return name === undefined ? [] : [[String(uid), name]];
    }),
  );
}

function sorted(ids: ReadonlySet<number>): number[] {
  return [...ids].sort((a, b) => a - b).slice(0, MOST);
}
