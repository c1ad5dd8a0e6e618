import { containerKey, containerKeyOf } from '../model/ids';
import type { Snapshot } from '../model/snapshot';
import type { SeenProcess } from './vantage';

/**
 * Of what is seen, what containers are made of: their processes, and those outside that started them. On a host it is
 * lost among hundreds. Also who is spoken of. Where no container's process is seen, all but the kernel's threads, which come first by number.
 */
export function aroundContainers(
  seen: readonly SeenProcess[],
  { containers }: Pick<Snapshot, 'containers'>,
  spoken: Pick<ReadonlySet<number>, 'has'>,
): readonly SeenProcess[] {
  const known = new Set(containers.map(containerKey));
  const inside = seen.filter(({ process }) => {
    const key = containerKeyOf(process);
    return key !== null && known.has(key);
  });
  if (inside.length === 0) return seen.filter(({ process }) => !process.kernelThread);
  const kept = new Set(inside.flatMap(({ process }) => [process.pid, process.ppid]));
  return seen.filter(({ process: { pid } }) => kept.has(pid) || spoken.has(pid));
}
