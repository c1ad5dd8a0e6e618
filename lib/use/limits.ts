import type { Told } from '../inside/told';
import { NO_FILE } from './gather';
import type { ControllerReading, Group } from './reading';

/** A limit and the cgroup that has it; `limit` null: there is none. */
export interface Strictest<L> {
  limit: L | null;
  from: Group | null;
}

/** Cgroups above those that are seen may have limits as well. */
const ABOVE_UNSEEN = 'above-unseen';

/**
 * Of the limits that a container's cgroup and those above it have, the one that is reached first; of equal
 * ones the nearest. Where one of them could not be read it is not known, for that may be stricter.
 *
 * @param read the limit of one cgroup; null: it has none @param size how much a limit allows
 */
export function strictest<L>(
  { version, own, above, whole }: ControllerReading,
  read: (group: Group) => Told<L | null>,
  size: (limit: L) => number,
): Told<Strictest<L>> {
  let found: Strictest<L> = { limit: null, from: null };
  for (const group of [own, ...above]) {
    const { value, reason } = read(group);
    // The first of all has no such file; in v2 nor has one to which the controller was not handed down.
    const hasNone = reason === NO_FILE && (version === 'v2' || group.path === '/');
    if (reason !== null && !hasNone) {
      return { value: null, reason };
    }
    if (value === null) continue;
    if (found.limit === null || size(value) < size(found.limit)) {
      found = { limit: value, from: group };
    }
  }
  return whole ? { value: found, reason: null } : { value: null, reason: ABOVE_UNSEEN };
}
