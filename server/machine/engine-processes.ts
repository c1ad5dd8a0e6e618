import type { NamespaceId } from '@lib/model/ids';
import { askedAt, engineProgram, type FoundSocket } from '../engine/found-socket';
import type { socketIdentity } from '../engine/socket-identity';
import type { Reader } from '../reader/reader';
import { FoundPlaces, isIn, type Listening, type Processes } from './found-places';

/** Milliseconds until a process that listens nowhere is looked at again: twice as long each time. */
const AGAIN = { first: 500, most: 30_000 };
/** How many processes are looked at in one round. */
const MOST_LOOKS = 16;

/** A process of an engine's name. Where it may be asked: at none of the paths while it does not listen yet. */
interface Daemon extends Listening {
  lookAt: number;
  wait: number;
}

/**
 * Engines in mount namespaces other than ours: the processes that are called as engines are, and the sockets that
 * they listen at, by way of the root of the first process there. So a daemon that is started again is found at the
 * same place.
 */
export class EngineProcesses {
  readonly #daemons = new Map<number, Daemon>();
  readonly #places: FoundPlaces;

  /** @param identityOf which socket stands there now; null: none does */
  constructor(identityOf?: typeof socketIdentity) {
    this.#places = new FoundPlaces(identityOf);
  }

  get sockets(): FoundSocket[] {
    return this.#places.sockets;
  }

  /** How many more were found than are asked. */
  get unasked(): number {
    return this.#places.unasked;
  }

  /**
   * Looks at the processes that are new among them. True: there are other sockets than before, or more or fewer are left out.
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
      daemon.paths = askedAt(daemon.program, paths ?? []).map((path) =>
        this.#places.withoutLink(path, daemon.process),
      );
      daemon.lookAt = daemon.paths.length > 0 ? Infinity : now + daemon.wait;
      daemon.wait = Math.min(2 * daemon.wait, AGAIN.most);
    }
    return this.#places.settle(this.#daemons.values(), processes, now);
  }

  /** @returns those that have to be looked at: who has waited longest comes first */
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
    const due = [...this.#daemons.values()].filter(({ lookAt }) => lookAt <= now);
    return due.sort((a, b) => a.lookAt - b.lookAt).slice(0, MOST_LOOKS);
  }
}
