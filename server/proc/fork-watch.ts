import { parseLoadavg } from '@lib/proc/loadavg';
import { errnoOf, type ProcRoot } from './read';
import { attempt } from './reason';

/** More new numbers than this are not looked at one by one. */
const FEW = 64;

/**
 * Watches /proc/loadavg, which tells for 9 µs how many threads there are on the machine and which
 * number was given out last: what has been born since, and whether something has ended.
 *
 * Must be asked *before* /proc is looked at, for a fork between the two would be missed.
 */
export class ForkWatch {
  /** Are the numbers in loadavg, which are the asker's, those that this /proc has? */
  readonly #ours: boolean;
  #seen: { total: number; lastPid: number } | null = null;
  /** How many threads there should be by what was found, and how many more there were last time. */
  #expected = 0;
  #surplus = 0;

  constructor(readonly proc: ProcRoot) {
    this.#ours = isOwn(proc);
  }

  /**
   * Numbers given out since the last call, of processes and of threads; null when they are too many
   * to be looked at or cannot be told: also where loadavg cannot be read, as below a dead lxcfs.
   */
  look(): readonly number[] | null {
    const seen = attempt(() => parseLoadavg(this.proc.file('loadavg').toString('latin1')));
    const before = this.#seen;
    this.#seen = seen;
    if (before === null || seen === null) return null;
    if (!this.#ours) {
      return before.total === seen.total && before.lastPid === seen.lastPid ? [] : null;
    }
    const given = seen.lastPid - before.lastPid;
    if (given < 0 || given > FEW) return null;
    return Array.from({ length: given }, (_, index) => before.lastPid + 1 + index);
  }

  /** So many threads were found to be there now, or (negative) to be gone. */
  found(threads: number): void {
    this.#expected += threads;
  }

  /** Everything has been looked at: what loadavg said before is what there is. */
  foundAll(): void {
    this.#expected = this.#seen?.total ?? 0;
    this.#surplus = 0;
  }

  /** Have threads ended that nobody has found to be gone? Asked once after each look. */
  areMissing(): boolean {
    if (!this.#ours || this.#seen === null) return false;
    const surplus = this.#seen.total - this.#expected;
    // What began or ended while we looked counts with the next look; what stays is not ours to see.
    this.#expected += Math.max(0, Math.min(surplus, this.#surplus));
    this.#surplus = surplus;
    return surplus < 0;
  }
}

function isOwn(proc: ProcRoot): boolean {
  try {
    return proc.link('self') === String(process.pid);
  } catch (error) {
    errnoOf(error);
    return false;
  }
}
