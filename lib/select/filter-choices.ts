import { isStopped } from '../model/is-stopped';
import type { Snapshot } from '../model/snapshot';
import { hiddenBy, projectsTold } from '../model/project-told';
import { findSandboxes } from '../sandboxes/find';
import { pausesIn } from '../sharing/pause-fold';

/** What can be shown or hidden as a whole, and how much of it there is. */
export interface FilterChoices {
  /** Containers that are stopped. */
  stopped: number;
  hostProcesses: number;
  sandboxes: number;
  /** Pause containers that their pods stand for. */
  pauses: number;
  /** nsview's own containers. */
  own: number;
  /** By name, with the engine where several have one of that; those that are hidden are among them even where nothing of them is there. */
  projects: readonly { name: string; containers: number }[];
}

/** @param snapshot with all that there is, shown or not */
export function filterChoices(
  snapshot: Snapshot,
  hiddenProjects: readonly string[],
): FilterChoices {
  const others = snapshot.containers.filter(({ role }) => role !== 'reader');
  const projects = new Map(hiddenProjects.map((name) => [name, 0]));
  const toldOf = projectsTold(snapshot);
  for (const container of others) {
    // What is hidden is shown again by what hides it.
    const name = hiddenBy(hiddenProjects, container, snapshot) ?? toldOf(container);
    if (name !== null) projects.set(name, (projects.get(name) ?? 0) + 1);
  }
  return {
    stopped: others.filter(isStopped).length,
    hostProcesses: snapshot.processes.filter(({ container }) => container === null).length,
    sandboxes: findSandboxes(snapshot).sandboxes.length,
    pauses: pausesIn(others).length,
    own: snapshot.containers.length - others.length,
    projects: [...projects]
      .map(([name, containers]) => ({ name, containers }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true })),
  };
}
