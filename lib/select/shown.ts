import { isStopped } from '../model/is-stopped';
import type { Matches } from '../query/matching';
import type { Container } from '../model/container';
import { type NamespaceId, containerKey, containerKeyOf, type ContainerKey } from '../model/ids';
import type { Namespace } from '../model/namespace';
import { NAMESPACE_TYPES } from '../model/namespace-type';
import type { Process } from '../model/process';
import type { Snapshot } from '../model/snapshot';
import type { ViewState } from '../view-state/view-state';
import { FILTERS, type Filter } from '../view-state/filters';
import { hiddenBy, isOfProject } from '../model/project-told';
import { PRIVATE_BY_DEFAULT } from '../sharing/sharers';
import { withoutReader } from './without-reader';
import { containersByKey, containerOf } from '../model/containers-by-key';

/** What a person decided about what is shown. */
export type Filters = Pick<
  ViewState,
  'types' | 'own' | 'stopped' | 'hostProcesses' | 'hiddenProjects' | 'query'
>;

/** How much one filter leaves out: of the type filter, connections; of the others, what is in them. */
export interface Hidden {
  filter: Filter;
  containers: number;
  processes: number;
  connections: number;
}

export interface Shown {
  /** What views draw. */
  snapshot: Snapshot;
  /**
   * What is told about what they draw: everything but nsview's own reader, unless that is shown. Whom
   * a container shares with is true of those as well that are not drawn.
   */
  whole: Snapshot;
  /** For each filter that is on, in the order of FILTERS; nsview's own only where it is there. */
  hidden: readonly Hidden[];
  /** Each filter that hides this container, were it alone. */
  hidersOf: (container: Container) => Filter[];
  /** Each filter that hides this process, were it alone; of what it belongs to, the container's too. */
  hidersOfProcess: (process: Process) => Filter[];
}

/**
 * What is left of a snapshot under the filters, and how much each of them leaves out. Records are
 * the very same, those of namespaces too: their counts are the kernel's. With nothing left out it
 * is the very same snapshot.
 *
 * @param matches what meets the filters' query (`matchesOf`): whoever shows all without one needs no
 *   program that finds it
 */
export function shownOf(snapshot: Snapshot, filters: Filters, matches: Matches | null): Shown {
  const byKey = containersByKey(snapshot.containers);
  return {
    ...filtered(snapshot, filters, matches),
    hidersOf: (container) => hidersOf(container, filters, matches, snapshot),
    hidersOfProcess: (process) => {
      const container = containerOf(process, byKey);
      return FILTERS.filter((filter) => {
        if (filter === 'query') return matches !== null && !matches.processes.has(process.pid);
        if (filter === 'hostProcesses') return process.container === null && !filters.hostProcesses;
        return container !== null && hidesContainer(filter, filters, matches, container, snapshot);
      });
    },
  };
}

/**
 * Each filter that hides this container, were it alone.
 *
 * @param matches as for {@link shownOf}
 * @param machine with the engines among which a project is named
 */
export function hidersOf(
  container: Container,
  filters: Filters,
  matches: Matches | null,
  machine: Pick<Snapshot, 'engines'>,
): Filter[] {
  return FILTERS.filter((filter) => hidesContainer(filter, filters, matches, container, machine));
}

/**
 * The change of filters after which none of these hides this container any more. Projects of its project's name in
 * other engines are shown again as well.
 * @param container null: what is hidden is a process of the host
 */
export function withoutHiders(
  filters: Filters,
  hiders: readonly Filter[],
  container: Container | null,
): Partial<Filters> {
  return {
    ...(hiders.includes('own') && { own: true }),
    ...(hiders.includes('stopped') && { stopped: true }),
    ...(hiders.includes('projects') &&
      container !== null && {
        hiddenProjects: filters.hiddenProjects.filter((each) => !isOfProject(each, container)),
      }),
    ...(hiders.includes('hostProcesses') && { hostProcesses: true }),
    ...(hiders.includes('query') && { query: '' }),
  };
}

/** The change after which this filter hides nothing. */
function without(filter: Filter): Partial<Filters> {
  switch (filter) {
    case 'own':
      return { own: true };
    case 'stopped':
      return { stopped: true };
    case 'projects':
      return { hiddenProjects: [] };
    case 'hostProcesses':
      return { hostProcesses: true };
    case 'query':
      return { query: '' };
    case 'types':
      return { types: NAMESPACE_TYPES };
  }
}

/** The change after which none of these hides anything. */
export function withoutAll(filters: readonly Filter[]): Partial<Filters> {
  return filters.reduce((change, filter) => ({ ...change, ...without(filter) }), {});
}

/** @param matches what meets the query; null where there is none */
function isOn(snapshot: Snapshot, filters: Filters, matches: Matches | null) {
  const on: Record<Filter, boolean> = {
    own: !filters.own && snapshot.containers.some(({ role }) => role === 'reader'),
    stopped: !filters.stopped,
    projects: filters.hiddenProjects.length > 0,
    hostProcesses: !filters.hostProcesses,
    query: matches !== null,
    types: filters.types.length < NAMESPACE_TYPES.length,
  };
  return on;
}

function hidesContainer(
  filter: Filter,
  filters: Filters,
  matches: Matches | null,
  container: Container,
  machine: Pick<Snapshot, 'engines'>,
): boolean {
  switch (filter) {
    case 'own':
      return !filters.own && container.role === 'reader';
    case 'stopped':
      return !filters.stopped && isStopped(container);
    case 'projects':
      return hiddenBy(filters.hiddenProjects, container, machine) !== null;
    case 'query':
      return matches !== null && !matches.containers.has(containerKey(container));
    case 'hostProcesses':
    case 'types':
      return false;
  }
}

function filtered(
  snapshot: Snapshot,
  filters: Filters,
  matches: Matches | null,
): Pick<Shown, 'snapshot' | 'whole' | 'hidden'> {
  const whole = filters.own ? snapshot : withoutReader(snapshot);
  const on = isOn(snapshot, filters, matches);
  const counts = new Map<Filter, Hidden>(
    FILTERS.filter((filter) => on[filter]).map((filter) => [
      filter,
      { filter, containers: 0, processes: 0, connections: 0 },
    ]),
  );
  const hiders = new Map<ContainerKey, Filter>();
  for (const container of snapshot.containers) {
    const hider = FILTERS.find((filter) =>
      hidesContainer(filter, filters, matches, container, snapshot),
    );
    if (hider !== undefined) hiders.set(containerKey(container), hider);
  }
  const hiderOf = (process: Process): Filter | undefined => {
    const { pid } = process;
    const key = containerKeyOf(process);
    if (key === null && !filters.hostProcesses) return 'hostProcesses';
    const hider = key === null ? undefined : hiders.get(key);
    return hider ?? (matches !== null && !matches.processes.has(pid) ? 'query' : undefined);
  };
  for (const filter of hiders.values()) add(counts, filter, 'containers', 1);
  const processes = snapshot.processes.filter((process) => {
    const hider = hiderOf(process);
    if (hider !== undefined) add(counts, hider, 'processes', 1);
    return hider === undefined;
  });
  const containers = snapshot.containers.filter(
    (container) => !hiders.has(containerKey(container)),
  );
  add(counts, 'types', 'connections', connectionsOf(containers, filters));
  return {
    whole,
    hidden: [...counts.values()],
    snapshot: reduced(whole, containers, processes),
  };
}

function add(
  counts: Map<Filter, Hidden>,
  filter: Filter,
  what: 'containers' | 'processes' | 'connections',
  n: number,
): void {
  const count = counts.get(filter);
  if (count !== undefined) count[what] += n;
}

/** The snapshot with these only, and without the namespaces in which only others are. */
function reduced(whole: Snapshot, containers: Container[], processes: Process[]): Snapshot {
  const nothing =
    containers.length === whole.containers.length && processes.length === whole.processes.length;
  if (nothing) return whole;
  const occupied = namespacesOf([...whole.containers, ...whole.processes]);
  const shown = namespacesOf([...containers, ...processes]);
  const parents = new Map(whole.namespaces.map(({ id, parent }) => [id, parent]));
  // What is above stays, so that chains of parents are whole.
  for (const id of shown) {
    const parent = parents.get(id) ?? null;
    if (parent !== null) shown.add(parent);
  }
  const stays = ({ id, host }: Namespace) => host || shown.has(id) || !occupied.has(id);
  return { ...whole, containers, processes, namespaces: whole.namespaces.filter(stays) };
}

function namespacesOf(of: readonly Pick<Process, 'namespaces'>[]): Set<NamespaceId> {
  const ids = new Set<NamespaceId>();
  for (const { namespaces } of of) {
    for (const type of NAMESPACE_TYPES) {
      const id = namespaces[type];
      if (id !== null) ids.add(id);
    }
  }
  return ids;
}

/** The shared namespaces, and the unusual ties to the host, that the type filter leaves out. */
function connectionsOf(containers: readonly Container[], { types }: Filters): number {
  const shared = new Set<NamespaceId>();
  let hostTies = 0;
  for (const { namespaces, sharing } of containers) {
    for (const type of NAMESPACE_TYPES) {
      if (types.includes(type)) continue;
      const id = namespaces[type];
      if (id !== null && sharing[type] === 'shared') shared.add(id);
      if (sharing[type] === 'host' && PRIVATE_BY_DEFAULT.includes(type)) hostTies += 1;
    }
  }
  return shared.size + hostTies;
}
