import { NAMESPACE_TYPES } from '../model/namespace-type';
import type { Process } from '../model/process';
import type { Snapshot } from '../model/snapshot';

/** May it be in a sandbox: is it a program outside of containers, which has not ended? */
export function isOutside({ container, kernelThread, zombie }: Process): boolean {
  return container === null && !kernelThread && !zombie;
}

/**
 * What the sandbox goes by that a process would be in: the namespaces that are not the host's, each with its lifetime,
 * for a number is given out again. It is the same for as long as these are, whoever in them ends. A namespace that
 * could not be read is told apart from all others.
 */
export function sandboxKeys({
  host,
  namespaces: records,
}: Pick<Snapshot, 'host' | 'namespaces'>): (process: Process) => string {
  const lifetimes = new Map(records.map(({ id, lifetime }) => [id, lifetime]));
  return ({ namespaces }) => {
    const parts = NAMESPACE_TYPES.flatMap((type) => {
      const id = namespaces[type];
      if (host.lacks.includes(type) || (id !== null && id === host.namespaces[type])) return [];
      return id === null ? `${type}:?` : `${id} ${lifetimes.get(id) ?? ''}`.trimEnd();
    });
    return `:sandbox ${parts.join(', ')}`;
  };
}
