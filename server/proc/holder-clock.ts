import type { ProcessReading } from '@lib/proc/reading';
import { HolderSearch, type Holds } from './holder-search';
import type { ProcRoot } from './read';

/** Milliseconds from the end of one search to the beginning of the next, at the least… */
const SEARCH_EVERY = 30_000;
/** …and so long that searching takes no more than this part of one core. */
const SHARE = 0.001;
/** Milliseconds for which a search goes on at a time. */
const SLICE = 20;

interface UnderWay {
  search: HolderSearch;
  begunAt: number;
  /** Milliseconds that it has taken. */
  spent: number;
}

/** When to look for what else holds namespaces: seldom enough to cost next to nothing, or on request. */
export class HolderClock {
  #underWay: UnderWay | null = null;
  #dueAt = Number.NEGATIVE_INFINITY;
  /** When the last search that is over began. */
  #searchedAt = Number.NEGATIVE_INFINITY;
  #found: Holds | null = null;

  constructor(readonly proc: ProcRoot) {}

  /** The processes were read anew: what was found before does not count, and a search is due. */
  startOver(): void {
    this.#underWay?.search.stop();
    this.#underWay = null;
    this.#found = null;
    this.#dueAt = Number.NEGATIVE_INFINITY;
    this.#searchedAt = Number.NEGATIVE_INFINITY;
  }

  isDue(now: number): boolean {
    return this.#underWay !== null || now >= this.#dueAt;
  }

  /** Has a search that began at that time, or later, come to its end? */
  isSearchedSince(time: number): boolean {
    return this.#searchedAt >= time;
  }

  /** Goes on with the search, or begins one among `processes`. */
  goOn(now: number, processes: Iterable<ProcessReading>): void {
    this.#underWay ??= { search: new HolderSearch(this.proc, processes), begunAt: now, spent: 0 };
    const from = performance.now();
    const found = this.#underWay.search.goOn(SLICE);
    this.#underWay.spent += performance.now() - from;
    if (found === null) return;
    this.#found = found;
    this.#searchedAt = this.#underWay.begunAt;
    this.#dueAt = now + Math.max(SEARCH_EVERY, this.#underWay.spent / SHARE);
    this.#underWay = null;
  }

  /** What a search has found that nobody has taken yet. */
  take(): Holds | null {
    const found = this.#found;
    this.#found = null;
    return found;
  }
}
