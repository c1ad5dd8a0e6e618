import type { Container } from './container';
import { namesTold } from './container-ref';
import { podOf } from './project';
import type { Snapshot } from './snapshot';

/* What the first picture does not need of how containers are called. */

/**
 * How a question names a container, whatever others are called: by its id, and by its engine as well where another
 * engine has that id, or calls one so.
 *
 * @param among all that there are
 */
export function idRef(among: readonly Container[], container: Container): string {
  return idRefs(among)(container);
}

/** {@link idRef} for any number of containers, in one go. */
export function idRefs(among: readonly Container[]): (container: Container) => string {
  const engines = new Map<string, Set<string>>();
  for (const { id, name, engine } of among) {
    for (const word of [id, name]) engines.set(word, (engines.get(word) ?? new Set()).add(engine));
  }
  return ({ id, engine }) => {
    const isTaken = [...(engines.get(id) ?? [])].some((each) => each !== engine);
    return isTaken ? `${id}@${engine}` : id;
  };
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
