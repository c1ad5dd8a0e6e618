import type { IdMapRow } from './namespace';

/*
 * The map of a user namespace, user_namespaces(7): each row lends `length` ids of outside, from `outside`
 * on, to those from `inside` on.
 */

/** Every id stands for itself: how the initial user namespace reads. */
export const IDENTITY: readonly IdMapRow[] = [[0, 0, 4_294_967_295]];

/** `(uid_t) -1` is no id: it stands for one for which the reader's own namespace has no number. */
export const NO_ID = 4_294_967_295;

/** How an id without a mapping shows, proc_sys_kernel(5): unless overflowuid was changed. */
export const OVERFLOW_ID = 65_534;

/** The number inside of an id outside; null: it has none there. */
export function idInside(map: readonly IdMapRow[], id: number): number | null {
  for (const [inside, outside, length] of map) {
    if (outside !== NO_ID && id >= outside && id < outside + length) return inside + id - outside;
  }
  return null;
}

/** The number outside of an id inside; null: it is not mapped, or to what cannot be told. */
export function idOutside(map: readonly IdMapRow[], id: number): number | null {
  for (const [inside, outside, length] of map) {
    if (id >= inside && id < inside + length)
      return outside === NO_ID ? null : outside + id - inside;
  }
  return null;
}

/** Are these the same rows, in whatever order? */
export function isSameMap(one: readonly IdMapRow[], other: readonly IdMapRow[]): boolean {
  const written = (map: readonly IdMapRow[]) => map.map(String).sort().join(' ');
  return written(one) === written(other);
}
