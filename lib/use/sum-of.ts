import type { Told } from '../inside/told';
import { fileOf, NO_FILE } from './gather';
import type { ControllerReading } from './reading';

/** More cgroups are in the container's than are read. */
const TOO_MANY = 'too-many';

/**
 * A number that each cgroup counts by itself, of the container's and those in it. One that is gone meanwhile
 * counts no more.
 */
export function sumOf(
  { own, below }: ControllerReading,
  file: string,
  parse: (text: string) => number,
): Told<number> {
  const first = fileOf(own, file, parse);
  if (first.value === null) return first;
  if (below === null) return { value: null, reason: TOO_MANY };
  return below.reduce<Told<number>>((sum, group) => {
    const each = fileOf(group, file, parse);
    if (sum.value === null || each.reason === NO_FILE) return sum;
    return each.value === null ? each : { value: sum.value + each.value, reason: null };
  }, first);
}
