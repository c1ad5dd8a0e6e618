import type { Container } from '../model/container';
import { byStart } from '../model/container-order';
import { namesTold } from '../model/container-ref';
import type { NamespaceId } from '../model/ids';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import type { SaidSharing } from '../sharing/said';
import type { Sandbox } from './sandbox';

/** A sandbox in one type: where it is, and who else is there. */
export interface Space {
  type: NamespaceType;
  /** Null: it could not be read. */
  id: NamespaceId | null;
  said: SaidSharing;
  /** Whose leader is in it, the earliest started first. */
  containers: readonly Container[];
  /** What each of those is called. */
  names: readonly string[];
  /** The others that are in it. */
  sandboxes: readonly Sandbox[];
}

/** Where each of these sandboxes is, in the order of types, found once for each. @param all sandboxes, drawn or not */
export function spacesIn(
  snapshot: Pick<Snapshot, 'host' | 'engines' | 'containers'>,
  all: readonly Sandbox[],
): (sandbox: Sandbox) => readonly Space[] {
  const { host, engines, containers } = snapshot;
  const inhabited = new Map<NamespaceId, { containers: Container[]; sandboxes: Sandbox[] }>();
  const inhabitants = (id: NamespaceId) => {
    const known = inhabited.get(id) ?? { containers: [], sandboxes: [] };
    inhabited.set(id, known);
    return known;
  };
  const ofEngines = new Set(engines.flatMap(({ namespaces }) => Object.values(namespaces)));
  const ordered = containers.toSorted(byStart);
  for (const type of NAMESPACE_TYPES) {
    for (const container of ordered) {
      const id = container.namespaces[type];
      if (id !== null) inhabitants(id).containers.push(container);
    }
    for (const sandbox of all) {
      const id = sandbox.namespaces[type];
      if (id !== null) inhabitants(id).sandboxes.push(sandbox);
    }
  }
  const nameOf = namesTold(snapshot);
  const spaceOf = (sandbox: Sandbox, type: NamespaceType): Space => {
    const [id, hosts] = [sandbox.namespaces[type], host.namespaces[type]];
    const alone = { type, id, containers: [], names: [], sandboxes: [] };
    if (host.lacks.includes(type)) return { ...alone, said: 'absent' };
    if (id === null || hosts === null) return { ...alone, said: 'unknown' };
    if (id === hosts) return { ...alone, said: 'host' };
    if (ofEngines.has(id)) return { ...alone, said: 'engine' };
    const there = inhabitants(id);
    const others = there.sandboxes.filter(({ key }) => key !== sandbox.key);
    const isShared = there.containers.length + others.length > 0;
    return {
      ...{ type, id, said: isShared ? 'shared' : 'own' },
      ...{ containers: there.containers, sandboxes: others },
      names: there.containers.map(nameOf),
    };
  };
  const known = new Map<string, readonly Space[]>();
  return (sandbox) => {
    const spaces = known.get(sandbox.key) ?? NAMESPACE_TYPES.map((type) => spaceOf(sandbox, type));
    known.set(sandbox.key, spaces);
    return spaces;
  };
}
