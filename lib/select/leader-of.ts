import type { Container } from '../model/container';
import { containerKey, containerKeyOf } from '../model/ids';
import type { Process } from '../model/process';
import type { Snapshot } from '../model/snapshot';

/**
 * The first process of a container; null: it does not run, or that process is not seen. The engine may number
 * processes otherwise, or run elsewhere: then its number is a stranger's here, or nobody's.
 *
 * @returns of one on a kernel of its own that kernel's: what that may do is not what the container may do
 */
export function leaderOf(
  { processes }: Pick<Snapshot, 'processes'>,
  container: Container,
): Process | null {
  if (container.pid === 0) return null;
  const numbered = processes.find(({ pid }) => pid === container.pid);
  if (numbered === undefined) return null;
  return containerKeyOf(numbered) === containerKey(container) ? numbered : null;
}
