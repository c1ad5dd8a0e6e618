import type { Container } from './container';
import { containerKey, containerKeyOf, type ContainerKey } from './ids';
import type { Process } from './process';

export function containersByKey<C extends Container>(
  containers: readonly C[],
): ReadonlyMap<ContainerKey, C> {
  return new Map(containers.map((container) => [containerKey(container), container]));
}

/** The container that a process belongs to; null: none, or none of these. */
export function containerOf<C extends Container>(
  process: Pick<Process, 'container' | 'engine'>,
  containers: ReadonlyMap<ContainerKey, C>,
): C | null {
  const key = containerKeyOf(process);
  return key === null ? null : (containers.get(key) ?? null);
}

/** Two records of one container? */
export function isSameContainer(
  a: Pick<Container, 'engine' | 'id'>,
  b: Pick<Container, 'engine' | 'id'>,
): boolean {
  return a.id === b.id && a.engine === b.engine;
}
