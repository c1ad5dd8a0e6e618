import type { Container } from './container';
import { namesTold } from './container-ref';
import { podOf } from './project';
import type { Snapshot } from './snapshot';

/* What the first picture does not need of how containers are called. */

/** How a question names a container, whatever others are called: two engines may have one id, or a name that is one. */
export function idRef({ id, engine }: Pick<Container, 'id' | 'engine'>): string {
  return `${id}@${engine}`;
}

/** A container with what it is called, as {@link nameTold} has it. */
export interface NamedContainer extends Container {
  named: string;
}

/** These with what they are called. @param whole all among which that tells them apart */
export function namedAmong(
  containers: readonly Container[],
  whole: Pick<Snapshot, 'containers' | 'engines'>,
): NamedContainer[] {
  const nameOf = namesTold(whole);
  return containers.map((container) => ({ ...container, named: nameOf(container) }));
}

/** What it is called where nothing near it tells its pod. @param told as {@link nameTold} has it */
export function toldInPod(container: Container, told: string): string {
  const pod = podOf(container);
  return pod === null || told.startsWith(`${pod}/`) ? told : `${pod}/${told}`;
}
