import type { NamespaceId } from '@lib/model/ids';
import type { IdMapRow } from '@lib/model/namespace';
import type { Unreadable } from '@lib/model/process';
import { parseIdMap } from '@lib/proc/id-map';
import { ProcParseError } from '@lib/proc/parse-error';
import type { IdMapReading, ProcessReading } from '@lib/proc/reading';
import { BAD_MESSAGE } from './process';
import { errnoOf, type ProcRoot } from './read';

/** The id maps of the user namespaces that are known. */
export class IdMaps {
  readonly #known = new Map<NamespaceId, IdMapReading>();

  constructor(readonly proc: ProcRoot) {}

  /**
   * Reads the maps of the process's user namespace, if that is new or nobody had written its maps
   * yet; they can be written only once.
   * @returns the maps if they are news, else null
   */
  readOf(process: ProcessReading): IdMapReading | null {
    const id = process.namespaces.user;
    if (id === null) return null;
    const known = this.#known.get(id);
    if (known !== undefined && isWritten(known.uidMap) && isWritten(known.gidMap)) return null;
    const unreadable: Unreadable = {};
    const reading = {
      id,
      uidMap: this.#map(process.pid, 'uid_map', 'uidMap', unreadable),
      gidMap: this.#map(process.pid, 'gid_map', 'gidMap', unreadable),
      unreadable,
    };
    if (known !== undefined && sameMaps(known, reading)) return null;
    this.#known.set(id, reading);
    return reading;
  }

  /** Forgets the maps of all namespaces but those of `processes`. */
  keepOnly(processes: Iterable<ProcessReading>): void {
    if (this.#known.size <= 1) return;
    const alive = new Set<NamespaceId>();
    for (const { namespaces } of processes) {
      if (namespaces.user !== null) alive.add(namespaces.user);
    }
    for (const id of this.#known.keys()) {
      if (!alive.has(id)) this.#known.delete(id);
    }
  }

  clear(): void {
    this.#known.clear();
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

function isWritten(map: IdMapRow[] | null): boolean {
  return map !== null && map.length > 0;
}

function sameMaps(a: IdMapReading, b: IdMapReading): boolean {
  return (
    JSON.stringify([a.uidMap, a.gidMap, a.unreadable]) ===
    JSON.stringify([b.uidMap, b.gidMap, b.unreadable])
  );
}
