import { setTimeout as delay } from 'node:timers/promises';
import type { Attempt } from '@lib/model/host';
import type { Engine, EngineStatus } from './engine';
import { statusOfNone } from './none';
import type { Candidate, EngineSearch } from './search';

/** Milliseconds from one search to the next: as long as no engine has answered, and for others beside one that has. */
const SEARCH_AGAIN = {
  forOne: { watched: 1000, unwatched: 5000 },
  forOthers: { watched: 30_000, unwatched: 300_000 },
};

/** An engine that is looked for at one place. */
interface Opened {
  candidate: Candidate;
  engine: Engine;
}

/**
 * All engines that there are: each candidate that answers is one. As long as none has answered, the
 * search goes on (a context can be chosen meanwhile); from then on its candidates stay, and one that
 * comes later is found by the watch over its place. What stands in people's own folders has no place before it is there:
 * it is looked for as long as there is somebody to tell, seldom.
 */
export class Engines {
  private searched: EngineSearch = { candidates: [], refused: [] };
  /** Those that nobody could look for where they usually are. */
  private found: readonly Candidate[] = [];
  /** Of people whose sessions began, or who started theirs, after one had answered. */
  private others: readonly Candidate[] = [];
  private candidates: readonly Candidate[] = [];
  private opened: Opened[] = [];
  private watched = false;
  /** Which sockets stand where, each looked up once in what is done without a pause. */
  private readonly sockets = new Map<string, string | null>();
  private readonly ended = new AbortController();
  private wake = new AbortController();
  private readonly searching: Promise<void>;

  constructor(
    private readonly search: () => EngineSearch,
    private readonly onChange: () => void,
    private readonly again: typeof SEARCH_AGAIN = SEARCH_AGAIN,
  ) {
    this.look();
    this.searching = this.searchOn();
  }

  /** Those that answered, in the order of the search; where none has, what stands for them all. */
  all(): readonly [Engine, ...Engine[]] {
    const [first, ...others] = this.opened
      .map(({ engine }) => engine)
      .filter((engine) => engine.answered());
    return first === undefined ? [noEngine(this.statusOfNone())] : [first, ...others];
  }

  /**
   * What could not be asked beside those that answered: where something listens, or was named. Where none has
   * answered, what stands for them all tells it.
   */
  unreached(): Attempt[] {
    if (!this.hasOne()) return [];
    const silent = this.opened.filter(({ engine }) => !engine.answered());
    const tried = silent.flatMap(({ candidate, engine }) =>
      engine.status().tried.filter(({ problem }) => !candidate.ofDocker || problem !== 'denied'),
    );
    return [...this.searched.refused, ...tried].filter(({ problem }) => problem !== 'absent');
  }

  /** Has every place been asked, and every engine told its containers or been found not to? */
  known(): boolean {
    return this.opened.every(({ engine }) => engine.status().state !== 'connecting');
  }

  /** Places where there are engines as well, instead of those that were told before. */
  alsoAt(found: readonly Candidate[]): void {
    this.found = found;
    // Who runs one for himself is reached by his folder, if by that he is: its place outlives his processes.
    if (this.lookForOthers()) this.onChange();
  }

  setWatched(watched: boolean): void {
    const begins = watched && !this.watched;
    this.watched = watched;
    for (const { engine } of this.opened) engine.setWatched(watched);
    if (begins) this.wake.abort();
  }

  async close(): Promise<void> {
    this.ended.abort();
    await Promise.all([this.searching, ...this.opened.map(({ engine }) => engine.close())]);
  }

  private async searchOn(): Promise<void> {
    while (!this.ended.signal.aborted) {
      this.wake = new AbortController();
      const signal = AbortSignal.any([this.wake.signal, this.ended.signal]);
      const pause = this.hasOne() ? this.again.forOthers : this.again.forOne;
      await delay(this.watched ? pause.watched : pause.unwatched, undefined, { signal }).catch(
        () => undefined,
      );
      if (this.ended.signal.aborted) return;
      if (this.hasOne() ? this.lookForOthers() : this.look()) this.onChange();
    }
  }

  private hasOne(): boolean {
    return this.opened.some(({ engine }) => engine.answered());
  }

  /** What is there by now stays a place, as all others do. True: something is different. */
  private lookForOthers(): boolean {
    this.others = distinct([...this.others, ...(this.searched.others?.() ?? [])]);
    return this.arrange();
  }

  /** Searches anew. True: something is different. */
  private look(): boolean {
    const before = JSON.stringify(this.searched.refused);
    this.searched = this.search();
    const refused = JSON.stringify(this.searched.refused) !== before;
    return this.arrange() || refused;
  }

  /** Opens what is new among the candidates, closes what is not among them any more. True: there was. */
  private arrange(): boolean {
    const before = new Map(this.opened.map((each) => [each.candidate.url, each]));
    this.candidates = distinct([...this.searched.candidates, ...this.others, ...this.found]);
    const next = this.candidates.map((each) => before.get(each.url) ?? this.open(each));
    const gone = this.opened.filter((each) => !next.includes(each));
    const changed = gone.length > 0 || next.length !== this.opened.length;
    this.opened = next;
    // What it was doing is over with it; there is nobody left to tell.
    for (const { engine } of gone) engine.close().catch(() => undefined);
    return changed;
  }

  private open(candidate: Candidate): Opened {
    const engine = candidate.open({
      onChange: () => {
        if (!this.ended.signal.aborted) this.onChange();
      },
      taken: () => this.isTaken(candidate),
    });
    engine.setWatched(this.watched);
    return { candidate, engine };
  }

  /** Two paths can lead to one socket: the first in the order of the search has it. */
  private isTaken(candidate: Candidate): boolean {
    const socket = this.socketAt(candidate);
    if (socket === null) return false;
    const at = this.candidates.findIndex(({ url }) => url === candidate.url);
    return this.candidates.slice(0, Math.max(at, 0)).some((each) => this.socketAt(each) === socket);
  }

  private socketAt(candidate: Candidate): string | null {
    const known = this.sockets.get(candidate.url);
    if (known !== undefined) return known;
    if (this.sockets.size === 0) queueMicrotask(() => this.sockets.clear());
    const socket = candidate.socket();
    this.sockets.set(candidate.url, socket);
    return socket;
  }

  private statusOfNone(): EngineStatus {
    const { refused } = this.searched;
    return statusOfNone(
      this.opened.map(({ candidate, engine }) => ({
        first: candidate.first,
        ofDocker: candidate.ofDocker === true,
        status: engine.status(),
      })),
      refused,
    );
  }
}

/** Each place once, where it stands first. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
  const byUrl = new Map<string, Candidate>();
  for (const each of candidates) if (!byUrl.has(each.url)) byUrl.set(each.url, each);
  return [...byUrl.values()];
}

/** Stands where no engine is: it tells what was tried. */
function noEngine(status: EngineStatus): Engine {
  return {
    status: () => status,
    answered: () => false,
    containers: () => [],
    info: () => ({ info: null, problem: null }),
    delays: () => ({ list: false, events: false }),
    daemon: () => ({ socket: null, remote: false }),
    imageTeller: () => null,
    config: () => Promise.resolve(null),
    dockerApi: () => null,
    setWatched: () => undefined,
    close: () => Promise.resolve(),
  };
}
