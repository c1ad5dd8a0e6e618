import type { NamespaceId } from '@lib/model/ids';
import type { Holder } from '@lib/model/holder';
import { parseNsfsName } from '@lib/proc/ns-link';
import type { ProcessReading } from '@lib/proc/reading';
import { mountLines } from './mount-lines';
import { errnoOf, type ProcRoot } from './read';

/** What holds a namespace, and the path below /proc at which the namespace can be opened. */
export interface Hold {
  holder: Holder;
  at: string;
}

export type Holds = ReadonlyMap<NamespaceId, readonly Hold[]>;

/** Of what may hold one namespace in a hundred places, so many are told. */
const HOLDERS = 8;
/** Open files of one process, or mounts, looked at in one step. */
const FILES_A_STEP = 256;
const MOUNTS_A_STEP = 1024;

/**
 * What a thread may have of its own, namespaces(7): a process with several threads cannot leave its
 * user or time namespace, and nobody leaves a PID namespace but by children.
 */
const OF_A_THREAD = ['net', 'mnt', 'ipc', 'uts', 'cgroup'] as const;
const FOR_CHILDREN = ['pid_for_children', 'time_for_children'] as const;

/**
 * Looks where namespaces are held besides by the processes in them: threads that have left their
 * process's namespaces or will put their children into others, bind mounts of nsfs files, and open
 * files. Costs far more than a tick, so it goes step by step.
 */
export class HolderSearch {
  readonly #found = new Map<NamespaceId, Hold[]>();
  /** Mount namespaces whose mounts have been looked at. */
  readonly #mountsOf = new Set<NamespaceId>();
  readonly #steps: Generator<undefined, undefined>;

  /** @param processes to look at */
  constructor(
    readonly proc: ProcRoot,
    processes: Iterable<ProcessReading>,
  ) {
    const ascending = [...processes].sort((a, b) => a.pid - b.pid);
    this.#steps = this.#all(ascending);
  }

  /**
   * Goes on for about so many milliseconds.
   * @returns what was found, or null when there is more to look at
   */
  goOn(milliseconds: number): Holds | null {
    const until = performance.now() + milliseconds;
    while (this.#steps.next().done !== true) {
      if (performance.now() >= until) return null;
    }
    return this.#found;
  }

  /** Goes no further, and closes what it has open. */
  stop(): void {
    this.#steps.return(undefined);
  }

  *#all(processes: readonly ProcessReading[]): Generator<undefined, undefined> {
    for (const process of processes) {
      // Links kept from us mean that threads and files are, too.
      if (process.kernelThread || process.unreadable['namespaces.mnt'] !== undefined) continue;
      const { pid } = process;
      this.#forChildren(process, String(pid));
      yield* this.#mounts(pid, String(pid), process.namespaces.mnt);
      if (process.threads > 1) yield* this.#threads(process);
      yield* this.#files(pid);
      yield;
    }
  }

  *#threads(process: ProcessReading): Generator<undefined, undefined> {
    const { pid, namespaces } = process;
    for (const tid of orNone(() => this.proc.numbers(`${String(pid)}/task`))) {
      if (tid === pid) continue;
      const thread = `${String(pid)}/task/${String(tid)}`;
      for (const type of OF_A_THREAD) {
        const id = this.#link(`${thread}/ns/${type}`);
        if (id === null || id === namespaces[type]) continue;
        this.#note(id, 'thread', pid, `${thread}/ns/${type}`);
        if (type === 'mnt') yield* this.#mounts(pid, thread, id);
      }
      this.#forChildren(process, thread);
      yield;
    }
  }

  #forChildren({ pid, namespaces }: ProcessReading, thread: string): void {
    for (const name of FOR_CHILDREN) {
      const id = this.#link(`${thread}/ns/${name}`);
      if (id === null || id === namespaces.pid || id === namespaces.time) continue;
      this.#note(id, 'thread', pid, `${thread}/ns/${name}`);
    }
  }

  *#mounts(
    pid: number,
    thread: string,
    namespace: NamespaceId | null,
  ): Generator<undefined, undefined> {
    if (namespace === null || this.#mountsOf.has(namespace)) return;
    let seen = 0;
    try {
      for (const mount of mountLines(this.proc, thread, (line) => line.includes(' - nsfs '))) {
        seen += 1;
        const id = mount?.fsType === 'nsfs' ? parseNsfsName(mount.root) : null;
        if (mount !== null && id !== null) {
          const { mountPoint } = mount;
          this.#note(id, 'mount', pid, `${thread}/root${mountPoint}`, mountPoint);
        }
        if (seen % MOUNTS_A_STEP === 0) yield;
      }
    } catch (error) {
      errnoOf(error);
      // What ended halfway is read again through the next process in it.
      return;
    }
    if (seen > 0) this.#mountsOf.add(namespace);
  }

  *#files(pid: number): Generator<undefined, undefined> {
    let left = FILES_A_STEP;
    for (const fd of orNone(() => this.proc.numbers(`${String(pid)}/fd`))) {
      const path = `${String(pid)}/fd/${String(fd)}`;
      const id = this.#link(path);
      if (id !== null) this.#note(id, 'fd', pid, path);
      if (--left > 0) continue;
      left = FILES_A_STEP;
      yield;
    }
  }

  #note(
    id: NamespaceId,
    kind: Holder['kind'],
    pid: number,
    at: string,
    path = `/proc/${at}`,
  ): void {
    const holds = this.#found.get(id);
    if (holds === undefined) this.#found.set(id, [{ holder: { kind, pid, path }, at }]);
    else if (holds.length < HOLDERS) holds.push({ holder: { kind, pid, path }, at });
  }

  /** The namespace that a link names; null: it names something else, or could not be read. */
  #link(path: string): NamespaceId | null {
    try {
      return parseNsfsName(this.proc.link(path));
    } catch (error) {
      errnoOf(error);
      return null;
    }
  }
}

/** What is kept from us, or has ended, holds nothing that we can tell of. */
function orNone<T>(read: () => T[]): T[] {
  try {
    return read();
  } catch (error) {
    errnoOf(error);
    return [];
  }
}
