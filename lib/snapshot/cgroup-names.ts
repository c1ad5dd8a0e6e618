import type { ContainerId, ContainerKey } from '../model/ids';
import { containerIdsIn } from '../proc/cgroup';

/** A container as far as a cgroup's path can name it. */
export interface CgroupNamed {
  key: ContainerKey;
  id: ContainerId;
  /** The path that its engine tells, or the end of that, from a slash on; null or left out: it tells none. */
  cgroup?: string | null;
}

/** What one part of a path names. */
export interface Named {
  /** Several of one id; none where the id is not known. */
  keys: readonly ContainerKey[];
  /**
   * The path as far as that part, where it is one that an engine tells. The same can be the end of another's: whose
   * it is, the leader's own path tells.
   */
  told: string | null;
}

/**
 * What paths of cgroups say of whose processes are in them. An engine that tells a container's cgroup
 * is believed, for the last name of that can be any (`/default/web`, by `ctr`). Of the others the id
 * is looked for, in whatever its engine and its cgroup driver wrap around it.
 */
export class CgroupNames {
  readonly #byId = new Map<ContainerId, ContainerKey[]>();
  /** By the last part of the path that is told. */
  readonly #byEnd = new Map<string, { told: string; key: ContainerKey }[]>();
  /** Paths are few and processes many. */
  readonly #known = new Map<string, readonly Named[]>();

  constructor(containers: Iterable<CgroupNamed>) {
    for (const { key, id, cgroup = null } of containers) {
      const end = cgroup === null ? undefined : partsOf(cgroup).at(-1);
      if (cgroup === null || end === undefined || containerIdsIn(end).includes(id)) {
        put(this.#byId, id, key);
      } else {
        put(this.#byEnd, end, { told: cgroup, key });
      }
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
    return this.namedIn(path).some(({ keys }) => keys.includes(container));
  }

  #byIds(part: string): Named[] {
    return containerIdsIn(part).map((id) => ({ keys: this.#byId.get(id) ?? [], told: null }));
  }

  /** A path that is told may begin anywhere in that of a process: the daemon may be in a cgroup of its own. */
  #told(parts: readonly string[], at: number): Named[] {
    const until = `/${parts.slice(0, at + 1).join('/')}`;
    const ending = this.#byEnd.get(parts[at] ?? '') ?? [];
    const keys = ending.filter(({ told }) => until.endsWith(told)).map(({ key }) => key);
    return keys.length === 0 ? [] : [{ keys, told: until }];
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
