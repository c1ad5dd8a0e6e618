import type { NamespaceId } from '../model/ids';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import type { Process } from '../model/process';
import type { Snapshot } from '../model/snapshot';

/** May it be in a sandbox: is it a program outside of containers, which has not ended? */
export function isOutside({ container, kernelThread, zombie }: Process): boolean {
  return container === null && !kernelThread && !zombie;
}

/** The namespaces of a process that are known to be others than the host's. */
export function namespacesElsewhere(
  { host }: Pick<Snapshot, 'host'>,
  { namespaces }: Process,
): NamespaceId[] {
  return NAMESPACE_TYPES.flatMap((type) => {
    const [id, hosts] = [namespaces[type], host.namespaces[type]];
    if (host.lacks.includes(type) || id === null || hosts === null) return [];
    return id === hosts ? [] : id;
  });
}

/** The namespaces of a process that are not the host's, each with its lifetime; null: which it is could not be read. */
export type Places = ReadonlyMap<NamespaceType, string | null>;

/** Where processes are, but for the host's namespaces. A number is given out again: its lifetime tells which one it is. */
export function placesIn({
  host,
  namespaces: records,
}: Pick<Snapshot, 'host' | 'namespaces'>): (process: Process) => Places {
  const lifetimes = new Map(records.map(({ id, lifetime }) => [id, lifetime]));
  return ({ namespaces }) =>
    new Map(
      NAMESPACE_TYPES.flatMap((type) => {
        const id = namespaces[type];
        if (host.lacks.includes(type) || (id !== null && id === host.namespaces[type])) return [];
        const place = id === null ? null : `${id} ${lifetimes.get(id) ?? ''}`.trimEnd();
        return [[type, place] as const];
      }),
    );
}

/**
 * What the sandbox goes by that a process would be in: the namespaces that are not the host's. It is the same for as
 * long as these are, whoever in them ends. A namespace that could not be read is told apart from all others.
 */
export function sandboxKeys(
  snapshot: Pick<Snapshot, 'host' | 'namespaces'>,
): (process: Process) => string {
  const placesOf = placesIn(snapshot);
  return (process) => {
    const parts = [...placesOf(process)].map(([type, place]) => place ?? `${type}:?`);
    return `:sandbox ${parts.join(', ')}`;
  };
}
