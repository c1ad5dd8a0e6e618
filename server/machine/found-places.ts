import type { NamespaceId } from '@lib/model/ids';
import type { ProcessReading } from '@lib/proc/reading';
import type { EngineProgram, FoundSocket } from '../engine/found-socket';
import { socketIdentity } from '../engine/socket-identity';

/**
 * How many places are asked, in one mount namespace and in all: whoever may start processes can call them as engines
 * are called. Those that were found first stay; the others are as if nobody had found them.
 */
const MOST_PLACES = { inOne: 8, inAll: 64 };
/** Milliseconds that a place stays after the last daemon there: one that is started again is soon back. */
const LASTS = 30_000;
/** The first is most often a link to the other, and the kernel does not know each way with a link in it by heart. */
const [LINKED, REAL] = ['/var/run/', '/run/'];

type Process = Pick<ProcessReading, 'pid' | 'startTicks' | 'comm' | 'namespaces'>;
export type Processes = ReadonlyMap<number, Process>;

/** What listens where. */
export interface Listening {
  process: Process;
  program: EngineProgram;
  mnt: NamespaceId;
  paths: readonly string[];
}

/** A socket in a mount namespace, which others may listen at after the one that was found. */
interface Place extends FoundSocket {
  mnt: NamespaceId;
  /** Whose root it is reached by. */
  by: Process;
  /** When a daemon listened there last, as performance.now(). */
  heardAt: number;
}

/** The places at which engines listen, or did a moment ago. */
export class FoundPlaces {
  #places: Place[] = [];
  #unasked = 0;

  /** @param identityOf which socket stands there now; null: none does */
  constructor(private readonly identityOf = socketIdentity) {}

  get sockets(): FoundSocket[] {
    return this.#places.map(({ program, root, path }) => ({ program, root, path }));
  }

  /** How many more were found than are asked. */
  get unasked(): number {
    return this.#unasked;
  }

  /** Takes who listens where `now`. True: there are other places than before, or more or fewer are left out. */
  settle(daemons: Iterable<Listening>, processes: Processes, now: number): boolean {
    const listening = new Map<string, Omit<Listening, 'paths'> & { path: string }>();
    for (const { paths, ...daemon } of daemons) {
      for (const path of paths) listening.set(keyOf(daemon.mnt, path), { ...daemon, path });
    }
    for (const place of this.#places) {
      if (listening.has(keyOf(place.mnt, place.path))) place.heardAt = now;
    }
    const kept = this.#places.filter(
      ({ by, heardAt }) => isIn(processes, by) && now - heardAt < LASTS,
    );
    for (const { mnt, path } of kept) listening.delete(keyOf(mnt, path));
    const found = withRoom([...listening.values()], kept);
    const unasked = listening.size - found.length;
    const isOther = found.length > 0 || kept.length < this.#places.length;
    const changed = isOther || unasked !== this.#unasked;
    this.#unasked = unasked;
    const first = found.length > 0 ? firstIn(processes) : new Map<NamespaceId, Process>();
    for (const { process, program, mnt, path } of found) {
      const by = this.#reaches(first.get(mnt) ?? process, path, process);
      kept.push({ program, mnt, path, by, root: rootOf(by), heardAt: now });
    }
    this.#places = kept;
    return changed;
  }

  /** The path by which a socket is reached that was bound by this one. */
  withoutLink(path: string, process: Process): string {
    if (!path.startsWith(LINKED)) return path;
    const real = `${REAL}${path.slice(LINKED.length)}`;
    const [bound, led] = [this.#known(path, process), this.#known(real, process)];
    return led !== null && (bound === null || bound === led) ? real : path;
  }

  /** The first process in the same mount namespace, if the same socket is reached by its root. */
  #reaches(first: Process, path: string, process: Process): Process {
    const socket = this.#at(path, process);
    return socket !== null && this.#at(path, first) === socket ? first : process;
  }

  #at(path: string, by: Process): string | null {
    return this.identityOf({ kind: 'unix', path, root: rootOf(by) });
  }

  /** Null as well where one may stand there that cannot be looked at: that is told apart by its path alone. */
  #known(path: string, by: Process): string | null {
    const socket = this.#at(path, by);
    return socket === `${rootOf(by)}${path}` ? null : socket;
  }
}

/** As many of those that were found as may be asked beside those that are. */
function withRoom<T extends { mnt: NamespaceId }>(
  found: readonly T[],
  kept: readonly Place[],
): T[] {
  const count = new Map<NamespaceId, number>();
  let all = 0;
  const takes = ({ mnt }: { mnt: NamespaceId }) => {
    const inOne = count.get(mnt) ?? 0;
    if (inOne >= MOST_PLACES.inOne || all >= MOST_PLACES.inAll) return false;
    count.set(mnt, inOne + 1);
    all += 1;
    return true;
  };
  kept.forEach(takes);
  return found.filter(takes);
}

/** Of each mount namespace the first process, which is there longest as a rule. */
function firstIn(processes: Processes): Map<NamespaceId, Process> {
  const first = new Map<NamespaceId, Process>();
  for (const process of processes.values()) {
    const { mnt } = process.namespaces;
    if (mnt === null) continue;
    const known = first.get(mnt);
    if (known === undefined || process.pid < known.pid) first.set(mnt, process);
  }
  return first;
}

function keyOf(mnt: NamespaceId, path: string): string {
  return `${mnt} ${path}`;
}

function rootOf({ pid }: Process): string {
  return `/proc/${String(pid)}/root`;
}

/** A number can be another's afterwards. */
export function isIn(processes: Processes, { pid, startTicks }: Process): boolean {
  return processes.get(pid)?.startTicks === startTicks;
}
