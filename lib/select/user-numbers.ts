import { idInside, idOutside, IDENTITY, NO_ID, OVERFLOW_ID } from '../model/id-map';
import type { IdMapRow, Namespace } from '../model/namespace';

/** What number a user has in a user namespace: one; none, so that it shows as the overflow id; or who knows. */
export type NumberThere =
  { is: 'known'; id: number } | { is: 'unmapped' } | { is: 'unknown'; why: string | null };

/**
 * The map of a user namespace to the numbers that the snapshot has. Those of the host need none: what the
 * snapshot has are its numbers, whatever is above it. Null where the map is not known.
 */
export function uidMapOf(namespace: Namespace): readonly IdMapRow[] | null {
  const { host, uidMap } = namespace;
  const foreign = uidMap?.some(([, outside]) => outside === NO_ID) === true;
  // The reader has another user namespace than the host: then its numbers are not the host's.
  if (host) return foreign ? null : IDENTITY;
  return uidMap;
}

/**
 * The number that a user has in a namespace.
 *
 * @param uid as the snapshot has it; null: it could not be read
 * @param namespace null: it is not known which
 */
export function uidThere(uid: number | null, namespace: Namespace | null): NumberThere {
  if (uid === null || namespace === null) return { is: 'unknown', why: null };
  const map = uidMapOf(namespace);
  if (map === null) return { is: 'unknown', why: namespace.unreadable.uidMap ?? null };
  const id = idInside(map, uid);
  if (id !== null) return { is: 'known', id };
  const partly = map.some(([, outside]) => outside === NO_ID);
  return partly ? { is: 'unknown', why: null } : { is: 'unmapped' };
}

/** The number that shows there; null: not known. */
export function shownUid(there: NumberThere): number | null {
  if (there.is === 'known') return there.id;
  return there.is === 'unmapped' ? OVERFLOW_ID : null;
}

/** The number on the host of a user of a namespace; null: it is not known which that is. */
export function uidOnHost(id: number, namespace: Namespace | null): NumberThere {
  const map = namespace === null ? null : uidMapOf(namespace);
  if (map === null) return { is: 'unknown', why: namespace?.unreadable.uidMap ?? null };
  const row = map.find(([inside, , length]) => id >= inside && id < inside + length);
  if (row === undefined) return { is: 'unmapped' };
  const outside = idOutside([row], id);
  return outside === null ? { is: 'unknown', why: null } : { is: 'known', id: outside };
}
