import type { Container } from './container';
import { containerKey, containerKeyOf, type ContainerKey } from './ids';
import type { Process } from './process';

export function containersByKey(
  containers: readonly Container[],
): ReadonlyMap<ContainerKey, Container> {
  return new Map(containers.map((container) => [containerKey(container), container]));
}

/** The container that a process belongs to; null: none, or none of these. */
export function containerOf(
  process: Pick<Process, 'container' | 'engine'>,
  containers: ReadonlyMap<ContainerKey, Container>,
): Container | null {
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
