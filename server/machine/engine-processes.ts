import type { NamespaceId } from '@lib/model/ids';
import type { ProcessReading } from '@lib/proc/reading';
import {
  askedAt,
  engineProgram,
  type EngineProgram,
  type FoundSocket,
} from '../engine/found-socket';
import { socketIdentity } from '../engine/socket-identity';
import type { Reader } from '../reader/reader';

/** Milliseconds until a process that listens nowhere is looked at again: twice as long each time. */
const AGAIN = { first: 500, most: 30_000 };

type Process = Pick<ProcessReading, 'pid' | 'startTicks' | 'comm' | 'namespaces'>;
export type Processes = ReadonlyMap<number, Process>;

/** A process of an engine's name. */
interface Daemon {
  process: Process;
  program: EngineProgram;
  mnt: NamespaceId;
  /** Where it may be asked; none: it does not listen yet. */
  paths: readonly string[];
  lookAt: number;
  wait: number;
}

/** A socket in a mount namespace, which others may listen at after the one that was found. */
interface Place extends FoundSocket {
  mnt: NamespaceId;
  /** Whose root it is reached by. */
  by: Process;
}

/**
 * Engines in mount namespaces other than ours: the processes that are called as engines are, and the sockets that
 * they listen at, by way of the root of the first process there. So a daemon that is started again is found at the
 * same place.
 */
export class EngineProcesses {
  readonly #daemons = new Map<number, Daemon>();
  #places: Place[] = [];

  /** @param identityOf which socket stands there now; null: none does */
  constructor(private readonly identityOf = socketIdentity) {}

  get sockets(): FoundSocket[] {
    return this.#places.map(({ program, root, path }) => ({ program, root, path }));
  }

  /**
   * Looks at the processes that are new among them. True: there are other sockets than before.
   *
   * @param ours the mount namespace that we are in @param now as performance.now()
   */
  async look(
    reader: Pick<Reader, 'listensAt'>,
    processes: Processes,
    ours: NamespaceId | null,
    now = performance.now(),
  ): Promise<boolean> {
    for (const daemon of this.#notice(processes, ours, now)) {
      const { paths } = await reader.listensAt(daemon.process.pid);
      daemon.paths = askedAt(daemon.program, paths ?? []);
      daemon.lookAt = daemon.paths.length > 0 ? Infinity : now + daemon.wait;
      daemon.wait = Math.min(2 * daemon.wait, AGAIN.most);
    }
    return this.#settle(processes);
  }

  /** @returns those that have to be looked at */
  #notice(processes: Processes, ours: NamespaceId | null, now: number): Daemon[] {
    for (const [pid, { process }] of this.#daemons) {
      if (!isIn(processes, process)) this.#daemons.delete(pid);
    }
    for (const process of processes.values()) {
      const program = engineProgram(process.comm);
      const { mnt } = process.namespaces;
      if (program === null || mnt === null || mnt === ours) continue;
      const known = this.#daemons.get(process.pid);
      if (known?.mnt === mnt) continue;
      const first = { paths: [], lookAt: now, wait: AGAIN.first };
      this.#daemons.set(process.pid, { process, program, mnt, ...first });
    }
    return [...this.#daemons.values()].filter(({ lookAt }) => lookAt <= now);
  }

  #settle(processes: Processes): boolean {
    const kept = this.#places.filter(({ by }) => isIn(processes, by));
    const isThere = (mnt: NamespaceId, path: string) =>
      kept.some((place) => place.mnt === mnt && place.path === path);
    const found = [...this.#daemons.values()].flatMap(({ process, program, mnt, paths }) =>
      paths
        .filter((path) => !isThere(mnt, path))
        .map((path) => {
          const by = this.#firstAt(path, process, processes);
          return { program, mnt, path, by, root: rootOf(by) };
        }),
    );
    const changed = found.length > 0 || kept.length < this.#places.length;
    this.#places = [...kept, ...found];
    return changed;
  }

  /** Of the processes in the same mount namespace the first by whose root the same socket is reached. */
  #firstAt(path: string, process: Process, processes: Processes): Process {
    const at = (by: Process) => this.identityOf({ kind: 'unix', path, root: rootOf(by) });
    const { mnt } = process.namespaces;
    const socket = at(process);
    const [first] = [...processes.values()]
      .filter((each) => each.namespaces.mnt === mnt && each.pid < process.pid)
      .sort((a, b) => a.pid - b.pid);
    return first !== undefined && socket !== null && at(first) === socket ? first : process;
  }
}

function rootOf({ pid }: Process): string {
  return `/proc/${String(pid)}/root`;
}

/** A number can be another's afterwards. */
function isIn(processes: Processes, { pid, startTicks }: Process): boolean {
  return processes.get(pid)?.startTicks === startTicks;
}
