import type { NamedContainer } from '../../model/container-names';
import { containerKey, containerKeyOf, type ContainerKey } from '../../model/ids';
import type { Process } from '../../model/process';
import { uidThere } from '../../select/user-numbers';
import type { LensBox } from '../lens/lens-boxes';

/** Where on a ruler somebody is: at the number inside, or beside it where there is none, or none is known. */
export type Place = number | 'unmapped' | 'unknown';

/** Processes that run as the same user of a namespace. */
export interface Runners {
  place: Place;
  processes: readonly Process[];
}

/** Containers whose processes in a namespace run as the same users; of none: processes of no container. */
export interface UserRow {
  containers: readonly NamedContainer[];
  runners: readonly Runners[];
}

/** So many containers have a row each; of more, those that run as the same users have one together. */
const ROWS_EACH = 8;

/**
 * Who runs as whom in a namespace: a row for each container, in the order of the box's processes, or for each
 * set of users where containers are many; last, the processes of no container.
 *
 * @param containers all that are known, by key
 * @param many are they many, of all boxes together?
 */
export function rowsOf(
  box: LensBox,
  containers: ReadonlyMap<ContainerKey, NamedContainer>,
  many: boolean,
): UserRow[] {
  const groups = new Map<NamedContainer | null, Process[]>();
  for (const process of box.dots) {
    const key = containerKeyOf(process);
    const container = key === null ? null : (containers.get(key) ?? null);
    const group = groups.get(container);
    if (group === undefined) groups.set(container, [process]);
    else group.push(process);
  }
  const rows = new Map<string, { containers: NamedContainer[]; processes: Process[] }>();
  for (const [container, processes] of groups) {
    const users = runnersOf(box, processes).map(({ place }) => place);
    const key = container === null ? '' : many ? users.join(' ') : containerKey(container);
    const row = rows.get(key) ?? { containers: [], processes: [] };
    if (container !== null) row.containers.push(container);
    row.processes.push(...processes);
    rows.set(key, row);
  }
  const none = rows.get('');
  rows.delete('');
  return [...rows.values(), ...(none === undefined ? [] : [none])].map((row) => ({
    containers: row.containers,
    runners: runnersOf(box, row.processes),
  }));
}

/** Are there more containers in these boxes than can have a row each? */
export function areMany(boxes: readonly LensBox[]): boolean {
  const count = (each: readonly LensBox[]): number =>
    each.reduce((sum, { members, children }) => sum + members.length + count(children), 0);
  return count(boxes) > ROWS_EACH;
}

/** By the number inside; last those that have none. */
function runnersOf({ namespace }: LensBox, processes: readonly Process[]): Runners[] {
  const places = new Map<Place, Process[]>();
  for (const process of processes) {
    const there = uidThere(process.uid, namespace);
    const place = there.is === 'known' ? there.id : there.is;
    const some = places.get(place);
    if (some === undefined) places.set(place, [process]);
    else some.push(process);
  }
  const rank = (place: Place) =>
    typeof place === 'number' ? place : place === 'unmapped' ? Number.MAX_VALUE : Infinity;
  return [...places]
    .map(([place, some]) => ({ place, processes: some }))
    .sort((a, b) => (rank(a.place) < rank(b.place) ? -1 : 1));
}
