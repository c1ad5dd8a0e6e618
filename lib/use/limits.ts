import type { Told } from '../inside/told';
import { EVERYWHERE } from './files';
import { NO_FILE } from './gather';
import type { ControllerReading, Group } from './reading';

/** A limit and the cgroup that has it; `limit` null: there is none. */
export interface Strictest<L> {
  limit: L | null;
  from: Group | null;
}

/** Cgroups above those that are seen may have limits as well. */
export const ABOVE_UNSEEN = 'above-unseen';

/**
 * Has a cgroup no limit because it has no such file? The first of all has none; in v2 nor has one to which the
 * controller was not handed down, if that is there at all.
 *
 * @param reason why the file told nothing
 */
export function hasNone(
  { version, above, whole }: ControllerReading,
  group: Group,
  reason: string | null,
): boolean {
  if (reason !== NO_FILE) return false;
  const isFirst = whole && group === above.at(-1);
  return isFirst || (version === 'v2' && group.files[EVERYWHERE]?.reason === null);
}

/**
 * Of the limits that a container's cgroup and those above it have, the one that is reached first; of equal
 * ones the nearest. Where one of them could not be read it is not known, for that may be stricter.
 *
 * @param read the limit of one cgroup; null: it has none @param size how much a limit allows
 */
export function strictest<L>(
  reading: ControllerReading,
  read: (group: Group) => Told<L | null>,
  size: (limit: L) => number,
): Told<Strictest<L>> {
  const { own, above, whole } = reading;
  let found: Strictest<L> = { limit: null, from: null };
  for (const group of [own, ...above]) {
    const { value, reason } = read(group);
    if (reason !== null && !hasNone(reading, group, reason)) {
      return { value: null, reason };
    }
    if (value === null) continue;
    if (found.limit === null || size(value) < size(found.limit)) {
      found = { limit: value, from: group };
    }
  }
  return whole ? { value: found, reason: null } : { value: null, reason: ABOVE_UNSEEN };
}
