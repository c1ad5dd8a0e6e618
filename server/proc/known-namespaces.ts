import { namespaceId, namespaceTypeOf, type NamespaceId } from '@lib/model/ids';
import type { IdMapRow } from '@lib/model/namespace';
import { NAMESPACE_TYPES, type NamespaceType } from '@lib/model/namespace-type';
import type { Unreadable } from '@lib/model/unreadable';
import { parseIdMap } from '@lib/proc/id-map';
import { ProcParseError } from '@lib/proc/parse-error';
import {
  metThrough,
  type NamespaceReading,
  type NamespaceRelations,
  type ProcessReading,
} from '@lib/proc/reading';
import type { Hold, Holds } from './holder-search';
import type { Answer, NsIoctl } from './ns-ioctl';
import { BAD_MESSAGE } from './reason';
import { NotNamespaceFile } from './open-below';
import { errnoOf, type ProcRoot } from './read';

/** What stands in `unreadable` for the maps of a user namespace that no process is in. */
const NO_PROCESS = 'ESRCH';

interface Known {
  reading: NamespaceReading;
  /** Asked of through a process that is in it. */
  met: boolean;
}

/** What is known of namespaces themselves: relations by ioctl, id maps of user namespaces. */
export class KnownNamespaces {
  readonly #known = new Map<NamespaceId, Known>();

  /** @param ioctl null: the kernel cannot be asked for relations */
  constructor(
    readonly proc: ProcRoot,
    readonly ioctl: NsIoctl | null,
  ) {}

  /**
   * Reads of the process's namespaces those that are new, with all namespaces that these are below
   * or owned by. Maps are read again as long as nobody has written them; that happens only once.
   *
   * @param fresh types of which it is in a namespace that it was not seen in before, and its parent
   * is not in: the inode may have been another namespace's, so what is known of it does not count
   * @returns the readings that are news
   */
  readOf(process: ProcessReading, fresh: readonly NamespaceType[] = []): NamespaceReading[] {
    const news: NamespaceReading[] = [];
    for (const type of NAMESPACE_TYPES) {
      const id = process.namespaces[type];
      if (id === null) continue;
      const known = this.#known.get(id);
      const counts = known?.met === true && !fresh.includes(type);
      if (counts && (type !== 'user' || isWritten(known.reading))) continue;
      const asked = counts
        ? { ...known.reading, met: true }
        : this.#ask(`${String(process.pid)}/ns/${type}`, id, type, news);
      // It has left the namespace meanwhile, or ended: nothing was learnt.
      if (known?.met === true && !asked.met) continue;
      const maps = type === 'user' ? this.#maps(process.pid) : NO_MAPS;
      const heldBy = known?.reading.heldBy ?? [];
      const lifetime = asked.lifetime ?? known?.reading.lifetime ?? metThrough(process);
      const { relations } = asked;
      this.#note({ id, lifetime, relations, heldBy, ...maps }, asked.met, news);
    }
    return news;
  }

  /**
   * Takes what a search has found, also of namespaces not known before.
   * @returns the readings that are news
   */
  hold(holds: Holds): NamespaceReading[] {
    const news: NamespaceReading[] = [];
    for (const [id, { reading, met }] of this.#known) {
      if (!holds.has(id)) this.#note({ ...reading, heldBy: [] }, met, news);
    }
    for (const [id, found] of holds) {
      const type = namespaceTypeOf(id);
      const known = this.#known.get(id);
      // One that no process is in is asked of with each search: its number may be another's by now.
      const told = known?.met === true ? null : this.#askHolders(found, id, type, news);
      const relations = told?.relations ?? known?.reading.relations ?? null;
      const lifetime = told?.lifetime ?? known?.reading.lifetime ?? UNTOLD;
      const { uidMap, gidMap, unreadable } =
        known?.reading ?? (type === 'user' ? UNREAD_MAPS : NO_MAPS);
      const heldBy = found.map(({ holder }) => holder);
      const reading = { id, lifetime, relations, heldBy, uidMap, gidMap, unreadable };
      this.#note(reading, known?.met ?? false, news);
    }
    return news;
  }

  /**
   * Forgets all but the namespaces of `processes`, those that they hold, and those that these are
   * below or owned by.
   * @returns what was forgotten, and readings without the holders that are gone
   */
  keepOnly(processes: Iterable<ProcessReading>): {
    forgotten: NamespaceId[];
    news: NamespaceReading[];
  } {
    const alive = new Set<NamespaceId>();
    const pids = new Set<number | null>();
    for (const { pid, namespaces } of processes) {
      pids.add(pid);
      for (const type of NAMESPACE_TYPES) {
        const id = namespaces[type];
        if (id !== null) alive.add(id);
      }
    }
    const news: NamespaceReading[] = [];
    for (const [id, { reading, met }] of this.#known) {
      const heldBy = reading.heldBy.filter(({ pid }) => pids.has(pid));
      const fewer = heldBy.length < reading.heldBy.length;
      this.#note(fewer ? { ...reading, heldBy } : reading, met && alive.has(id), news);
    }
    for (const [id, { reading }] of this.#known) if (reading.heldBy.length > 0) alive.add(id);
    // What is added to a set while it is gone through has its turn as well.
    for (const id of alive) {
      const relations = this.#known.get(id)?.reading.relations;
      for (const above of [relations?.parent, relations?.owner]) {
        if (above !== undefined && above !== null) alive.add(above);
      }
    }
    const forgotten = [...this.#known.keys()].filter((id) => !alive.has(id));
    for (const id of forgotten) this.#known.delete(id);
    return { forgotten, news: news.filter(({ id }) => alive.has(id)) };
  }

  clear(): void {
    this.#known.clear();
  }

  #note(reading: NamespaceReading, met: boolean, news: NamespaceReading[]): void {
    const before = this.#known.get(reading.id)?.reading;
    this.#known.set(reading.id, { reading, met });
    if (before === reading) return;
    if (before === undefined || JSON.stringify(before) !== JSON.stringify(reading)) {
      news.push(reading);
    }
  }

  #askHolders(
    holds: readonly Hold[],
    id: NamespaceId,
    type: NamespaceType,
    news: NamespaceReading[],
  ): Asked | null {
    for (const { at } of holds) {
      const asked = this.#ask(at, id, type, news);
      if (asked.relations !== null) return asked;
    }
    return null;
  }

  /** Asks through `path`; it was not `met` when that is not, or no longer, a file of `id`. */
  #ask(path: string, id: NamespaceId, type: NamespaceType, news: NamespaceReading[]): Asked {
    if (this.ioctl === null) return { relations: null, lifetime: null, met: true };
    let fd: number;
    try {
      fd = this.proc.openNamespace(path);
    } catch (error) {
      if (!(error instanceof NotNamespaceFile)) errnoOf(error);
      return NOT_MET;
    }
    try {
      if (this.#idOf(fd, type) !== id) return NOT_MET;
      const relations = this.#relations(this.ioctl, fd, type, news);
      return { relations, lifetime: this.ioctl.id(fd).value, met: true };
    } finally {
      this.proc.close(fd);
    }
  }

  /** Null where the kernel refuses to answer one of the questions. */
  #relations(
    ioctl: NsIoctl,
    fd: number,
    type: NamespaceType,
    news: NamespaceReading[],
  ): NamespaceRelations | null {
    const relations: NamespaceRelations = { parent: null, owner: null, ownerUid: null };
    if (type === 'pid' || type === 'user') {
      const parent = ioctl.parent(fd);
      // At the root, or at the outermost that may be seen from where we are, it is EPERM.
      if (parent.errno !== null && parent.errno !== 'EPERM') return null;
      relations.parent = this.#related(ioctl, parent, type, news);
    }
    if (type === 'user') {
      const uid = ioctl.ownerUid(fd);
      if (uid.errno !== null) return null;
      relations.ownerUid = uid.value;
    } else {
      const owner = ioctl.owner(fd);
      if (owner.errno !== null) return null;
      relations.owner = this.#related(ioctl, owner, 'user', news);
    }
    return relations;
  }

  /** The namespace that was answered; one that no process was seen in is told as well. */
  #related(
    ioctl: NsIoctl,
    { value: fd }: Answer,
    type: NamespaceType,
    news: NamespaceReading[],
  ): NamespaceId | null {
    if (fd === null) return null;
    try {
      const id = this.#idOf(fd, type);
      const lifetime = ioctl.id(fd).value ?? UNTOLD;
      const known = this.#known.get(id);
      if (known === undefined || (known.reading.lifetime !== lifetime && lifetime !== UNTOLD)) {
        const maps = type === 'user' ? UNREAD_MAPS : NO_MAPS;
        const relations = this.#relations(ioctl, fd, type, news);
        this.#note({ id, lifetime, relations, heldBy: [], ...maps }, false, news);
      }
      return id;
    } finally {
      ioctl.close(fd);
    }
  }

  #idOf(fd: number, type: NamespaceType): NamespaceId {
    return namespaceId(type, this.proc.inode(fd));
  }

  #maps(pid: number): Maps {
    const unreadable: Unreadable = {};
    return {
      uidMap: this.#map(pid, 'uid_map', 'uidMap', unreadable),
      gidMap: this.#map(pid, 'gid_map', 'gidMap', unreadable),
      unreadable,
    };
  }

  #map(pid: number, file: string, field: string, unreadable: Unreadable): IdMapRow[] | null {
    try {
      return parseIdMap(this.proc.records(`${String(pid)}/${file}`).toString('latin1'));
    } catch (error) {
      unreadable[field] = error instanceof ProcParseError ? BAD_MESSAGE : errnoOf(error);
      return null;
    }
  }
}

/** What a namespace answered; `lifetime` null: the kernel has no id of it. */
interface Asked {
  relations: NamespaceRelations | null;
  lifetime: string | null;
  /** False: the file through which it was asked is not, or no longer, one of it. */
  met: boolean;
}

const NOT_MET: Asked = { relations: null, lifetime: null, met: false };

/** The lifetime of one that no process was met in, where the kernel tells none. */
const UNTOLD = '@';

type Maps = Pick<NamespaceReading, 'uidMap' | 'gidMap' | 'unreadable'>;

const NO_MAPS: Maps = { uidMap: null, gidMap: null, unreadable: {} };

const UNREAD_MAPS: Maps = {
  uidMap: null,
  gidMap: null,
  unreadable: { uidMap: NO_PROCESS, gidMap: NO_PROCESS },
};

function isWritten({ uidMap, gidMap }: NamespaceReading): boolean {
  return uidMap !== null && uidMap.length > 0 && gidMap !== null && gidMap.length > 0;
}
