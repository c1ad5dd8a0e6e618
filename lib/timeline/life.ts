import type { Container } from '../model/container';
import { byStart } from '../model/container-order';
import { toldInPod } from '../model/container-names';
import { lastingName, namesTold, type NameOf } from '../model/container-ref';
import { containerKey, type ContainerKey, type NamespaceId } from '../model/ids';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import { runs } from '../model/runs';
import type { Snapshot } from '../model/snapshot';

/** A container as it is spoken of: what it is called, in a pod after that's, and which of those that are. */
export interface Mention {
  key: ContainerKey;
  name: string;
}

/** A namespace that a running container is in. */
export interface Membership {
  id: NamespaceId;
  /** With the number: which namespace. A number is given out again. */
  lifetime: string;
  how: 'own' | 'shared' | 'host';
  /** The other running containers in it, those that started earlier first; of the host's nobody is told. */
  others: readonly Mention[];
  /** How many of these started earlier: whoever comes later has joined them. */
  earlier: number;
}

/** A container at a moment. */
export interface Life extends Mention {
  container: Container;
  /** What it and those after it go by in their engine. */
  lasting: string;
  /** Null: that is not known. */
  isRunning: boolean | null;
  /** Which of its runs: another one after a restart. Null: it has none, or that is not known. */
  run: string | null;
  /** Left out where it is not running, or where it is not known. */
  spaces: Partial<Record<NamespaceType, Membership>>;
}

/** Is it known to be another run of a container? */
export function isOtherRun(a: Life, b: Life): boolean {
  return a.run !== null && b.run !== null && a.run !== b.run;
}

/** Is it the same namespace, and not another that has its number? */
export function isSameSpace(a: Membership, b: Membership): boolean {
  return a.id === b.id && a.lifetime === b.lifetime;
}

/** All containers of a moment, by their keys. @param nameOf what they are called; without it, among themselves */
export function livesIn(
  snapshot: Snapshot,
  nameOf: NameOf = namesTold(snapshot),
): ReadonlyMap<ContainerKey, Life> {
  const { containers, namespaces } = snapshot;
  const called = (container: Container) => toldInPod(container, nameOf(container));
  const lifetimes = new Map(namespaces.map(({ id, lifetime }) => [id, lifetime]));
  const members = membersOf(containers, called);
  return new Map(
    containers.map((container) => {
      const key = containerKey(container);
      const { pid } = container;
      const spaces = NAMESPACE_TYPES.flatMap((type) => {
        const space = spaceOf(container, type, lifetimes, members);
        return space === null ? [] : [[type, space] as const];
      });
      const run = pid === 0 ? null : `${pid} ${container.startedAt ?? ''}`;
      const [name, lasting] = [called(container), lastingName(container)];
      const life = { key, name, lasting, container, isRunning: runs(container), run };
      return [key, { ...life, spaces: Object.fromEntries(spaces) }];
    }),
  );
}

/** Running containers by the namespaces that they share, the earliest first. */
function membersOf(
  containers: readonly Container[],
  called: NameOf,
): ReadonlyMap<NamespaceId, Mention[]> {
  const members = new Map<NamespaceId, Mention[]>();
  for (const container of containers.filter(({ pid }) => pid > 0).toSorted(byStart)) {
    const mention = { key: containerKey(container), name: called(container) };
    for (const type of NAMESPACE_TYPES) {
      const id = container.namespaces[type];
      if (id === null || container.sharing[type] !== 'shared') continue;
      members.set(id, [...(members.get(id) ?? []), mention]);
    }
  }
  return members;
}

function spaceOf(
  container: Container,
  type: NamespaceType,
  lifetimes: ReadonlyMap<NamespaceId, string>,
  members: ReadonlyMap<NamespaceId, Mention[]>,
): Membership | null {
  const id = container.namespaces[type];
  const how = container.sharing[type];
  if (container.pid === 0 || id === null) return null;
  if (how !== 'own' && how !== 'shared' && how !== 'host') return null;
  const all = how === 'shared' ? (members.get(id) ?? []) : [];
  const key = containerKey(container);
  const others = all.filter((each) => each.key !== key);
  const earlier = Math.max(
    0,
    all.findIndex((each) => each.key === key),
  );
  return { id, lifetime: lifetimes.get(id) ?? '', how, others, earlier };
}
