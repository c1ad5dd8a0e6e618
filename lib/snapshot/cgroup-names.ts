import type { ContainerId, ContainerKey } from '../model/ids';
import { containerIdsIn } from '../proc/cgroup';

/** A container as far as a cgroup's path can name it. */
export interface CgroupNamed {
  key: ContainerKey;
  id: ContainerId;
  /** The path that its engine tells; null or left out: it tells none. */
  cgroup?: string | null;
}

/** The containers that one part of a path names: several of one id, none where the id is not known. */
export type Named = readonly ContainerKey[];

/**
 * What paths of cgroups say of whose processes are in them. An engine that tells a container's cgroup
 * is believed, for the last name of that can be any (`/default/web`, by `ctr`). Of the others the id
 * is looked for, in whatever its engine and its cgroup driver wrap around it.
 */
export class CgroupNames {
  readonly #byId = new Map<ContainerId, ContainerKey[]>();
  /** By the last part of the path that is told. */
  readonly #byEnd = new Map<string, { parts: readonly string[]; key: ContainerKey }[]>();
  /** Paths are few and processes many. */
  readonly #known = new Map<string, readonly Named[]>();

  constructor(containers: Iterable<CgroupNamed>) {
    for (const { key, id, cgroup = null } of containers) {
      const parts = cgroup === null ? [] : partsOf(cgroup);
      const end = parts.at(-1);
      if (end === undefined || containerIdsIn(end).includes(id)) put(this.#byId, id, key);
      else put(this.#byEnd, end, { parts, key });
    }
  }

  /**
   * What a path names, outermost first.
   *
   * @param path null: it could not be read, and names nothing
   */
  namedIn(path: string | null): readonly Named[] {
    if (path === null) return [];
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    const parts = partsOf(path);
    const named = parts.flatMap((part, at) => [...this.#byIds(part), ...this.#told(parts, at)]);
    this.#known.set(path, named);
    return named;
  }

  /** Does a path name the container? */
  names(path: string | null, container: ContainerKey): boolean {
    return this.namedIn(path).some((keys) => keys.includes(container));
  }

  #byIds(part: string): Named[] {
    return containerIdsIn(part).map((id) => this.#byId.get(id) ?? []);
  }

  /** A path that is told may begin anywhere in that of a process: the daemon may be in a cgroup of its own. */
  #told(parts: readonly string[], at: number): Named[] {
    const ending = this.#byEnd.get(parts[at] ?? '') ?? [];
    const keys = ending
      .filter(({ parts: told }) =>
        told.every((part, nth) => part === parts[at - told.length + 1 + nth]),
      )
      .map(({ key }) => key);
    return keys.length === 0 ? [] : [keys];
  }
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [value]);
  else there.push(value);
}
