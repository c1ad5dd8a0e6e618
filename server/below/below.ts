import { setImmediate, setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Told } from '@lib/inside/told';
import { parseStat } from '@lib/proc/stat';
import { attempt } from '../proc/reason';
import type { ProcRoot } from '../proc/read';
import { HelperEnded, startHelper, type Helper } from './helper';
import type { Answers, Kind, QuestionOf } from './question';

/** How long is waited, and how many may be left waiting. */
export interface Limits {
  /** Milliseconds that a file system has for an answer. */
  patience: number;
  /** Milliseconds after which one is asked again that had not answered. */
  again: number;
  /** Helpers that may be left behind before no more are. */
  left: number;
}

const LIMITS: Limits = { patience: 2000, again: 60_000, left: 4 };

/** Patience is had in so many parts: a machine that stood still for long has used up one of them. */
const PARTS = 4;

const LATE = { value: null, reason: 'ETIMEDOUT' } as const;
/** Too many helpers wait already. */
const BUSY = { value: null, reason: 'EBUSY' } as const;
/** The helper ended before it had answered, or could not be started. */
const LOST = { value: null, reason: 'ECANCELED' } as const;

/** A process, and the mount namespace in which it is. */
interface Vantage {
  pid: number;
  startTicks: string | null;
  mounts: string;
}

/** Of a mount namespace in which something did not answer. */
interface Silence {
  helper: Helper;
  /** While it is there the number is of that namespace; the kernel gives it to another at once. */
  seenFrom: Vantage;
  /** When it may be asked again, if the helper has ended by then. */
  until: number;
}

/**
 * What lies below the roots of processes. Whoever owns a root says which file systems are there, and one of
 * them may never answer (FUSE, NFS). So a helper process asks; one that does not come back in time is left
 * behind, and the mount namespace in which it waits is left alone for a while.
 */
export class Below {
  /** One question is with the helper at a time: those behind one that hangs would seem to hang as well. */
  #turn: Promise<unknown> = Promise.resolve();
  #helper: Helper | null = null;
  #closed = false;
  readonly #silences = new Map<string, Silence>();

  constructor(
    private readonly proc: ProcRoot,
    private readonly start: () => Helper = startHelper,
    private readonly limits: Limits = LIMITS,
  ) {}

  /** Has a helper started ahead of the first question. */
  prepare(): void {
    this.#ready();
  }

  /**
   * A file in the root of a process, see `ReadBelow`.
   *
   * @param limit in bytes: a larger file is not read
   */
  file(pid: number, path: string, limit: number): Promise<Told<string>> {
    return this.#ask(pid, { kind: 'file', root: this.#rootOf(pid), path, limit });
  }

  /** What is mounted at /dev/shm for a process; null: nothing is. */
  shm(pid: number): Promise<Answers['shm']> {
    return this.#ask(pid, { kind: 'shm', root: this.#rootOf(pid) });
  }

  /**
   * What is asked from now on is not answered.
   *
   * @returns when the helper is gone; those that were left behind are not waited for
   */
  async close(): Promise<void> {
    this.#closed = true;
    this.#helper?.leave();
    await this.#helper?.ended;
  }

  #rootOf(pid: number): string {
    return `${this.proc.root}/${String(pid)}/root`;
  }

  #ask<K extends Kind>(pid: number, question: QuestionOf<K>): Promise<Answers[K]> {
    const inTurn = () => this.#answer(pid, question);
    const answer = this.#turn.then(inTurn, inTurn);
    this.#turn = answer;
    return answer;
  }

  async #answer<K extends Kind>(pid: number, question: QuestionOf<K>): Promise<Answers[K]> {
    const seenFrom = this.#vantage(pid);
    if (this.#isSilent(seenFrom.mounts)) return LATE;
    if (this.#leftBehind() >= this.limits.left) return BUSY;
    const helper = this.#ready();
    if (helper === null) return LOST;
    try {
      await helper.ready;
      const told = await this.#inTime(helper.ask<Answers[K]>(question));
      if (told !== null) return told;
    } catch (error) {
      if (!(error instanceof HelperEnded)) throw error;
      return LOST;
    }
    helper.leave();
    const until = performance.now() + this.limits.again;
    this.#silences.set(seenFrom.mounts, { helper, seenFrom, until });
    this.#helper = null;
    return LATE;
  }

  /** Null: it was closed, or none can be started. */
  #ready(): Helper | null {
    if (this.#closed) return null;
    // Node throws what it does not expect of fork(2), as where a list of calls forbids it.
    if (this.#helper?.hasEnded !== false) this.#helper = attempt(this.start);
    return this.#helper;
  }

  /** Null: it did not come in time. */
  async #inTime<T>(answer: Promise<T>): Promise<T | null> {
    const own = new AbortController();
    const late = this.#patience(own.signal);
    try {
      return await Promise.race([answer, late]);
    } finally {
      own.abort();
    }
  }

  async #patience(signal: AbortSignal): Promise<null> {
    for (let part = 0; part < PARTS; part += 1) {
      await setTimeout(this.limits.patience / PARTS, null, { signal });
    }
    // It may be we who were held up: what has come by now is in time.
    return setImmediate(null);
  }

  #vantage(pid: number): Vantage {
    return {
      pid,
      startTicks: attempt(() => parseStat(this.proc.file(`${String(pid)}/stat`)).startTicks),
      mounts: attempt(() => this.proc.link(`${String(pid)}/ns/mnt`)) ?? String(pid),
    };
  }

  #isSilent(mounts: string): boolean {
    for (const [each, { helper, seenFrom, until }] of this.#silences) {
      const isThere = isDeepStrictEqual(this.#vantage(seenFrom.pid), seenFrom);
      if (helper.hasEnded && (!isThere || performance.now() >= until)) this.#silences.delete(each);
    }
    return this.#silences.has(mounts);
  }

  #leftBehind(): number {
    return [...this.#silences.values()].filter(({ helper }) => !helper.hasEnded).length;
  }
}
