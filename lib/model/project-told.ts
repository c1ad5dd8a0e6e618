import type { Container } from './container';
import { engineWord, isNamedEngine } from './container-ref';
import { projectOf } from './project';
import type { Snapshot } from './snapshot';

/** What a container says of the project or the pod that it is in. */
type Member = Pick<Container, 'labels' | 'pod' | 'engine'>;

/**
 * What the project or the pod of each container is called, which means that one alone: `shop`, or `shop@podman` where
 * several engines have one of that name. Null: it is in none.
 */
export function projectsTold({
  containers,
  engines,
}: Pick<Snapshot, 'engines'> & { containers: readonly Member[] }): (
  container: Member,
) => string | null {
  const several = new Set<string>();
  // With one engine there is nothing to be told apart.
  if (engines.length > 1) {
    const first = new Map<string, string>();
    for (const container of containers) {
      const project = projectOf(container);
      if (project === null) continue;
      if ((first.get(project) ?? container.engine) !== container.engine) several.add(project);
      first.set(project, container.engine);
    }
  }
  return (container) => {
    const project = projectOf(container);
    if (project === null || !several.has(project)) return project;
    return `${project}@${engineWord({ engines }, container.engine)}`;
  };
}

/**
 * By which of these a container's project is hidden: by its name, which hides those of all engines, or by
 * `NAME@ENGINE`, whether another engine has one of that name now or not. Null: by none.
 */
export function hiddenBy(
  hidden: readonly string[],
  container: Member,
  machine: Pick<Snapshot, 'engines'>,
): string | null {
  const project = projectOf(container);
  if (project === null) return null;
  const hides = (each: string) =>
    each === project || isNamedEngine(machine, container.engine, each.slice(project.length + 1));
  return hidden.find((each) => isOfProject(each, container) && hides(each)) ?? null;
}

/** Is this the name of a container's project, with an engine or without? */
export function isOfProject(name: string, container: Member): boolean {
  const project = projectOf(container);
  return project !== null && (name === project || name.startsWith(`${project}@`));
}
