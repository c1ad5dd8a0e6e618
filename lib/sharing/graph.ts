import { isStopped } from '../model/is-stopped';
import type { Container } from '../model/container';
import { type NamespaceId, containerKey } from '../model/ids';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import { engineSaid, lastingName, namesTold } from '../model/container-ref';
import { projectsTold } from '../model/project-told';
import { brokenJoins } from './joins';
import { pausesIn, podKeyOf } from './pause-fold';
import { saidSharing } from './said';
import { isStale, PRIVATE_BY_DEFAULT } from './sharers';
import type { StoppedFold } from './stopped-fold';

/**
 * The names of those that share a namespace, shown or not. All of them have the very same object: each
 * with a list of its own of all others, 2,000 of them would be four million names.
 */
export interface Company {
  names: readonly string[];
  /** Those of the names that are of containers that filters hide. */
  hidden: readonly string[];
}

/** A container as the sharing picture knows it. */
export interface GraphNode {
  /** Engine and name: a container that is re-created under its name takes the same place again. */
  key: string;
  container: Container;
  /** What it is called where nothing but the name tells which one it is. */
  named: string;
  /** Which engine it is of; null where there is one only. */
  engine: string | null;
  /** It has no process now, so nothing of it is in any namespace. */
  stopped: boolean;
  stale: boolean;
  /** Who is together in its namespace of the type, itself included; only types that are shared. */
  company: Partial<Record<NamespaceType, Company>>;
  /** The types of its own that others may be in too: some running container's could not be read. */
  uncertain: NamespaceType[];
  /** The types in which it is in the host's own namespace though Docker's default is a private one. */
  hostTies: NamespaceType[];
  project: string | null;
  /** Does its pod stand for its pause container, which is not shown by itself? */
  withPause: boolean;
  /** What it was configured to share and does not. */
  broken: readonly GraphBrokenJoin[];
}

/** A {@link BrokenJoin} by the donor's key and name. */
export interface GraphBrokenJoin {
  type: NamespaceType;
  donor: string;
  donorId: string;
  name: string;
  restarted: boolean;
}

/**
 * A namespace that two or more running containers share, or one of an engine's own that at least one is
 * in though Docker's default is a private one; at least one of them is shown.
 */
export interface Hub {
  id: NamespaceId;
  type: NamespaceType;
  /** Keys of nodes; at least one. */
  members: string[];
  /** The names of those that share it and are not shown. */
  hidden: string[];
  /** The names of pause containers that share it and that their pods stand for. */
  pauses: string[];
  /** What tells it from others that had its number. */
  lifetime: string;
  /** Is it the engine's, and not the host's? */
  ofEngine: boolean;
}

export interface SharingGraph {
  nodes: readonly GraphNode[];
  hubs: readonly Hub[];
  /** Stands for stopped containers that are no nodes, for they are many; absent where they are few. */
  stopped?: StoppedFold;
}

const EMPTY: SharingGraph = { nodes: [], hubs: [] };

/**
 * What the sharing picture shows of a snapshot, the same whatever order the containers come in.
 * Nodes and hubs equal to those of `previous` are those very objects, and if all are, so is the
 * graph: what did not change need not be laid out or drawn again.
 *
 * @param whole where filters leave containers out of the snapshot: it without filters, for whom a
 *   container shares with stays true whether that one is shown or not
 * @param stopped what stands for stopped containers that the snapshot lacks
 */
export function sharingGraph(
  snapshot: Snapshot,
  previous: SharingGraph = EMPTY,
  whole: Snapshot = snapshot,
  stopped?: StoppedFold,
): SharingGraph {
  const containers = whole.containers.toSorted(byStart);
  const keys = keysOf(containers);
  const nameOf = namesTold(whole);
  const toldOf = projectsTold(whole);
  const shown = new Set(snapshot.containers.map(containerKey));
  const saidOf = (container: Container, type: NamespaceType) =>
    saidSharing(container, type, whole.host.namespaces);
  const members = new Map<NamespaceId, Container[]>();
  const ofEngines = new Set<NamespaceId>();
  for (const container of containers) {
    for (const type of NAMESPACE_TYPES) {
      const id = container.namespaces[type];
      const said = saidOf(container, type);
      const inEngines = said === 'engine' && PRIVATE_BY_DEFAULT.includes(type);
      if (id === null || (said !== 'shared' && !inEngines)) continue;
      if (inEngines) ofEngines.add(id);
      const together = members.get(id);
      if (together === undefined) members.set(id, [container]);
      else together.push(container);
    }
  }
  const lifetimes = new Map(whole.namespaces.map(({ id, lifetime }) => [id, lifetime]));
  const unreadable = NAMESPACE_TYPES.filter((type) =>
    containers.some((container) => container.sharing[type] === 'unknown'),
  );
  const isShown = (container: Container) => shown.has(containerKey(container));
  const folded = new Set(
    pausesIn(containers.filter((each) => each.role === 'pause' || isShown(each))).filter(
      (each) => !isShown(each),
    ),
  );
  const podsOfFolded = new Set([...folded].map(podKeyOf));
  const isHidden = (container: Container) => !isShown(container) && !folded.has(container);
  const companies = companiesOf(members, isHidden, nameOf, previous);
  const nodes = containers.filter(isShown).map((container): GraphNode => {
    const company: GraphNode['company'] = {};
    for (const type of NAMESPACE_TYPES) {
      const id = container.namespaces[type];
      const together = id === null ? undefined : companies.get(id);
      if (together !== undefined && container.sharing[type] === 'shared') company[type] = together;
    }
    return {
      key: keys.get(container) ?? containerKey(container),
      container,
      named: nameOf(container),
      engine: engineSaid(whole, container),
      stopped: isStopped(container),
      stale: isStale(snapshot, container),
      company,
      uncertain: unreadable.filter((type) => container.sharing[type] === 'own'),
      hostTies: PRIVATE_BY_DEFAULT.filter((type) => saidOf(container, type) === 'host'),
      project: toldOf(container),
      withPause: folded.size > 0 && podsOfFolded.has(podKeyOf(container)),
      broken: brokenJoins(containers, container).map(({ type, donor, restarted }) => ({
        type,
        donor: keys.get(donor) ?? containerKey(donor),
        donorId: donor.id,
        name: nameOf(donor),
        restarted,
      })),
    };
  });
  const hubs = NAMESPACE_TYPES.flatMap((type) =>
    [...members]
      .filter(([id]) => id.startsWith(`${type}:`))
      // What one shares with the pause container that its pod stands for goes no way in the picture.
      .filter(
        ([id, together]) =>
          together.filter((each) => !folded.has(each)).length > 1 || ofEngines.has(id),
      )
      .filter(([, together]) => together.some(isShown))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, together]): Hub => {
        return {
          id,
          type,
          members: together.filter(isShown).map((each) => keys.get(each) ?? containerKey(each)),
          hidden: together.filter(isHidden).map(nameOf),
          pauses: together.filter((each) => folded.has(each)).map(nameOf),
          lifetime: lifetimes.get(id) ?? '',
          ofEngine: ofEngines.has(id),
        };
      }),
  );
  return reuse(previous, { nodes, hubs, ...(stopped === undefined ? {} : { stopped }) });
}

/** Who is together in each namespace; the same as before is the very object of before. */
function companiesOf(
  members: ReadonlyMap<NamespaceId, readonly Container[]>,
  isHidden: (container: Container) => boolean,
  nameOf: (container: Container) => string,
  previous: SharingGraph,
): Map<NamespaceId, Company> {
  const before = new Map<NamespaceId, Company>();
  for (const { container, company } of previous.nodes) {
    for (const type of NAMESPACE_TYPES) {
      const [id, together] = [container.namespaces[type], company[type]];
      if (id !== null && together !== undefined) before.set(id, together);
    }
  }
  const companies = new Map<NamespaceId, Company>();
  for (const [id, together] of members) {
    const company = {
      names: together.map(nameOf),
      hidden: together.filter(isHidden).map(nameOf),
    };
    const known = before.get(id);
    companies.set(id, known !== undefined && sameCompany(known, company) ? known : company);
  }
  return companies;
}

function sameCompany(a: Company, b: Company): boolean {
  return sameNames(a.names, b.names) && sameNames(a.hidden, b.hidden);
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, at) => name === b[at]);
}

/** Of each hub, by its key, what tells its namespace from others that had its number. */
export type Lifetimes = ReadonlyMap<string, string>;

export function lifetimesOf({ hubs }: SharingGraph): Lifetimes {
  return new Map(hubs.map(({ id, lifetime }) => [id, lifetime]));
}

/** The keys of hubs whose number was another namespace's before: what is known of that is not true of them. */
export function renewedHubs({ hubs }: SharingGraph, before: Lifetimes): NamespaceId[] {
  return hubs
    .filter(({ id, lifetime }) => (before.get(id) ?? lifetime) !== lifetime)
    .map(({ id }) => id);
}

/** Oldest first; those never started last. */
function byStart(a: Container, b: Container): number {
  const [startA, startB] = [a.startedAt ?? '~', b.startedAt ?? '~'];
  if (startA !== startB) return startA < startB ? -1 : 1;
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return containerKey(a) < containerKey(b) ? -1 : 1;
}

/** What a container's place in the picture goes by, and of the next one that is called so in its engine. */
export function lastingKey(container: Container): string {
  return `${container.engine}/${lastingName(container)}`;
}

/**
 * Names are unique within one engine, or within a pod; should two be equal all the same, as of one that has
 * ended and the one in its place, the second goes by its id.
 */
function keysOf(containers: readonly Container[]): Map<Container, string> {
  const keys = new Map<Container, string>();
  const taken = new Set<string>();
  for (const container of containers) {
    const lasting = lastingKey(container);
    const key = taken.has(lasting) ? containerKey(container) : lasting;
    taken.add(key);
    keys.set(container, key);
  }
  return keys;
}

function reuse(previous: SharingGraph, next: SharingGraph): SharingGraph {
  const nodes = reuseEach(previous.nodes, next.nodes, (node) => node.key, sameNode);
  const hubs = reuseEach(previous.hubs, next.hubs, (hub) => hub.id, sameHub);
  const isSame =
    nodes === previous.nodes && hubs === previous.hubs && sameFold(previous.stopped, next.stopped);
  return isSame ? previous : { ...next, nodes, hubs };
}

function reuseEach<T>(
  previous: readonly T[],
  next: readonly T[],
  keyOf: (item: T) => string,
  same: (a: T, b: T) => boolean,
): readonly T[] {
  const known = new Map(previous.map((item) => [keyOf(item), item]));
  const merged = next.map((item) => {
    const before = known.get(keyOf(item));
    return before !== undefined && same(before, item) ? before : item;
  });
  const unchanged =
    merged.length === previous.length && merged.every((item, index) => item === previous[index]);
  return unchanged ? previous : merged;
}

function sameNode(a: GraphNode, b: GraphNode): boolean {
  return (
    a.container === b.container &&
    a.named === b.named &&
    a.engine === b.engine &&
    a.withPause === b.withPause &&
    a.stale === b.stale &&
    a.uncertain.join() === b.uncertain.join() &&
    a.hostTies.join() === b.hostTies.join() &&
    JSON.stringify(a.broken) === JSON.stringify(b.broken) &&
    NAMESPACE_TYPES.every((type) => a.company[type] === b.company[type])
  );
}

function sameFold(a: StoppedFold | undefined, b: StoppedFold | undefined): boolean {
  return a?.count === b?.count && a?.folded === b?.folded && a?.open === b?.open;
}

function sameHub(a: Hub, b: Hub): boolean {
  return (
    a.ofEngine === b.ofEngine &&
    a.lifetime === b.lifetime &&
    a.members.join() === b.members.join() &&
    sameNames(a.hidden, b.hidden) &&
    sameNames(a.pauses, b.pauses)
  );
}
