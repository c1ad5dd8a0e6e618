import type { ContainerId, ContainerKey } from '../model/ids';
import { containerIdsIn } from '../proc/cgroup';
import type { Doubted } from './engine-numbers';

/** A container as far as a cgroup's path can name it. */
export interface CgroupNamed {
  key: ContainerKey;
  id: ContainerId;
  /** The path that its engine tells, or the end of that, from a slash on; null or left out: it tells none. */
  cgroup?: string | null;
  /** Its engine may be anybody: what it tells names only what is where the leader is. Left out: it may not. */
  doubted?: Doubted | undefined;
}

/** What one part of a path names. */
export interface Named {
  /** Several of one id; none where the id is not known. */
  keys: readonly ContainerKey[];
  /**
   * The path as far as that part, where it is one that an engine tells, or an id of one that may be anybody. The same
   * can be the end of another's: whose it is, the leader's own path tells.
   */
  told: string | null;
  /** It is the word of an engine that may be anybody: without such a leader it names nothing. */
  doubted: boolean;
}

/**
 * What paths of cgroups say of whose processes are in them. An engine that tells a container's cgroup
 * is believed, for the last name of that can be any (`/default/web`, by `ctr`). Of the others the id
 * is looked for, in whatever its engine and its cgroup driver wrap around it.
 */
export class CgroupNames {
  readonly #believed = new Told();
  readonly #doubted = new Told();
  /** Paths are few and processes many. */
  readonly #known = new Map<string, readonly Named[]>();

  constructor(containers: Iterable<CgroupNamed>) {
    for (const container of containers) {
      const told = container.doubted === undefined ? this.#believed : this.#doubted;
      told.add(container);
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
    const named = parts.flatMap((part, at) => {
      const until = `/${parts.slice(0, at + 1).join('/')}`;
      // The last counts as the innermost: nobody's word comes before that of an engine which is believed.
      return [...this.#doubtedIn(part, until), ...this.#believedIn(part, until)];
    });
    this.#known.set(path, named);
    return named;
  }

  /** Does a path name the container? */
  names(path: string | null, container: ContainerKey): boolean {
    return this.namedIn(path).some(({ keys }) => keys.includes(container));
  }

  #believedIn(part: string, until: string): Named[] {
    const ids = this.#believed.byIds(part).map((keys) => ({ keys, told: null, doubted: false }));
    const keys = this.#believed.byEnd(part, until);
    return keys.length === 0 ? ids : [...ids, { keys, told: until, doubted: false }];
  }

  #doubtedIn(part: string, until: string): Named[] {
    const keys = [...this.#doubted.byIds(part).flat(), ...this.#doubted.byEnd(part, until)];
    return keys.length === 0 ? [] : [{ keys, told: until, doubted: true }];
  }
}

/** What engines tell that can name a container. */
class Told {
  readonly #byId = new Map<ContainerId, ContainerKey[]>();
  /** By the last part of the path that is told. */
  readonly #byEnd = new Map<string, { told: string; key: ContainerKey }[]>();

  add({ key, id, cgroup = null }: CgroupNamed): void {
    const end = cgroup === null ? undefined : partsOf(cgroup).at(-1);
    if (cgroup === null || end === undefined || containerIdsIn(end).includes(id)) {
      put(this.#byId, id, key);
    } else {
      put(this.#byEnd, end, { told: cgroup, key });
    }
  }

  /** Of each id in a part those that have it; none have one that is not known. */
  byIds(part: string): readonly (readonly ContainerKey[])[] {
    return containerIdsIn(part).map((id) => this.#byId.get(id) ?? []);
  }

  /**
   * Those whose path ends so. One that is told may begin anywhere in that of a process: the daemon may be in a cgroup
   * of its own.
   */
  byEnd(part: string, until: string): readonly ContainerKey[] {
    const ending = this.#byEnd.get(part) ?? [];
    return ending.filter(({ told }) => until.endsWith(told)).map(({ key }) => key);
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
