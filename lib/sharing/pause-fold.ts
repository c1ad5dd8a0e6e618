import type { Container } from '../model/container';
import { containerKey } from '../model/ids';
import { podOf } from '../model/project';

/** Which pod a container is in, among those of all engines; null: in none. */
export function podKeyOf(container: Container): string | null {
  const pod = podOf(container);
  return pod === null ? null : `${container.engine} ${pod}`;
}

/**
 * The pause containers among these that their pods stand for: nothing runs in one, and what it holds the
 * others of its pod are in. One with nobody else of its pod here stands for itself.
 */
export function pausesIn(containers: readonly Container[]): readonly Container[] {
  if (containers.every(({ role }) => role !== 'pause')) return [];
  const pods = new Set(containers.filter(({ role }) => role !== 'pause').map(podKeyOf));
  return containers.filter((each) => {
    const pod = podKeyOf(each);
    return each.role === 'pause' && pod !== null && pods.has(pod);
  });
}

/**
 * These without the pause containers that their pods stand for; the very same where there are none.
 *
 * @param chosen keys of what is selected: that is shown by itself
 */
export function foldPauses(
  containers: readonly Container[],
  chosen: ReadonlySet<string>,
): readonly Container[] {
  const folded = new Set(pausesIn(containers).filter((each) => !chosen.has(containerKey(each))));
  return folded.size === 0 ? containers : containers.filter((each) => !folded.has(each));
}
