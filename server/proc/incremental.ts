import { parseLoadavg } from '@lib/proc/loadavg';
import type { NamespaceId } from '@lib/model/ids';
import type { NamespaceReading, ProcessReading, ScanChange } from '@lib/proc/reading';
import { parseUptime } from '@lib/proc/uptime';
import type { TickRequest } from './calls';
import { HolderSearch } from './holder-search';
import { KnownNamespaces } from './known-namespaces';
import type { NsIoctl } from './ns-ioctl';
import type { ProcessOutcome, ProcessReader } from './process';
import { isZombie, sameReading } from './same-reading';
import { oneByOne, type ReadMany } from './second-thread';

/** All times in milliseconds. */
const LIST_EVERY = 5000;
/** A process is young, and read at each tick, for so long after it began. */
const YOUNG = 10_000;
/** At most so many young processes are read in one tick, those not read for longest first. */
const YOUNG_PER_TICK = 250;
/** Those on screen are read within 5 s: begun early enough for the tick after to be in time. */
const WATCHED_EVERY = 4000;
/** Every process is read once in so long. */
const ROTATION = 30_000;
/** A process met in the middle of its end is read again for so long. */
const UNSETTLED = 1000;
/** What holds namespaces besides processes is looked for once in so long… */
const SEARCH_EVERY = 30_000;
/** …for so long in one tick. */
const SEARCH_SLICE = 20;

interface TickInput extends TickRequest {
  /** A clock that never goes back: milliseconds. */
  now: number;
}

interface Known {
  reading: ProcessReading;
  checkedAt: number;
}

/**
 * Finds what changed since the tick before, reading as little as possible.
 *
 * /proc/loadavg tells for 9 µs whether anything forked or ended: only then is /proc listed. What
 * forks tell nothing about (exec, setns, unshare, a cgroup move, becoming a zombie) is found by
 * reading again: young processes at each tick, watched ones within 5 s, all others once in 30 s.
 * What it remembers is one record for each process that exists.
 */
export class Scanner {
  /** In the order of their last check, the oldest first. */
  readonly #known = new Map<number, Known>();
  /** Until when each young process is read at each tick; in the order of their last check. */
  readonly #young = new Map<number, number>();
  readonly #namespaces: KnownNamespaces;
  /** A process has left namespaces of which it may have been the last. */
  #left = false;
  /** A search that is under way. */
  #search: HolderSearch | null = null;
  #searchedAt = Number.NEGATIVE_INFINITY;
  /** Listed, but not for us to read; tried again with each rotation. */
  readonly #hidden = new Set<number>();
  #hiddenAt = 0;
  /** How many of them the last change told of. */
  #hiddenTold = 0;
  #forks: { total: number; lastPid: number } | null = null;
  #listAgain = false;
  #listedAt = Number.NEGATIVE_INFINITY;
  #rotatedAt = 0;
  /** How many checks the rotation owes; a fraction is carried to the next tick. */
  #owed = 0;

  constructor(
    readonly reader: ProcessReader,
    ioctl: NsIoctl | null,
    readonly readMany: ReadMany = oneByOne(reader),
  ) {
    this.#namespaces = new KnownNamespaces(reader.proc, ioctl);
  }

  /** @returns what changed, or null when nothing did; the first tick, and a `full` one, has all */
  tick({ now, watchedPids, full }: TickInput): ScanChange | null {
    const forked = this.#forked();
    const everything = full || this.#listedAt === Number.NEGATIVE_INFINITY;
    if (everything) return this.#scanAll(now);

    const change = new Changes();
    if (forked || this.#listAgain || now - this.#listedAt >= LIST_EVERY) {
      this.#list(now, change);
      this.#listAgain = forked;
    }
    this.#checkYoung(now, change);
    this.#checkWatched(now, watchedPids, change);
    this.#rotate(now, change);
    if (change.gone.size > 0) this.#checkOrphans(now, change);
    this.#searchHolders(now, change);
    this.#forgetNamespaces(change);
    if (change.isEmpty && this.#hidden.size === this.#hiddenTold) return null;
    return this.#told(change, false);
  }

  /**
   * Has a thread begun or ended since the last call? Must be asked *before* /proc is listed, for a
   * fork between the two would be missed; and a new process may be listed only a moment after its
   * number was given out, so one more listing follows at the next tick.
   */
  #forked(): boolean {
    const seen = parseLoadavg(this.reader.proc.file('loadavg').toString('latin1'));
    const before = this.#forks;
    this.#forks = seen;
    return before === null || before.total !== seen.total || before.lastPid !== seen.lastPid;
  }

  #scanAll(now: number): ScanChange {
    this.#known.clear();
    this.#young.clear();
    this.#hidden.clear();
    this.#namespaces.clear();
    this.#left = false;
    this.#rotatedAt = now;
    this.#owed = 0;
    const { proc, units } = this.reader;
    const bootedAt = now - parseUptime(proc.file('uptime').toString('latin1')) * 1000;
    const change = new Changes();
    this.#list(now, change, (reading) => {
      return bootedAt + (Number(reading.startTicks) / units.ticksPerSecond) * 1000;
    });
    this.#listAgain = true;
    this.#search = null;
    this.#searchedAt = Number.NEGATIVE_INFINITY;
    return this.#told(change, true);
  }

  #told(change: Changes, full: boolean): ScanChange {
    this.#hiddenTold = this.#hidden.size;
    return { ...change.toScanChange(), full, hidden: this.#hiddenTold };
  }

  #list(
    now: number,
    change: Changes,
    bornAt: (reading: ProcessReading) => number = () => now,
  ): void {
    this.#listedAt = now;
    if (now - this.#hiddenAt >= ROTATION) this.#forgetHidden(now);
    const listed = new Set(this.reader.proc.numbers('.'));
    for (const pid of this.#hidden) if (!listed.has(pid)) this.#hidden.delete(pid);
    for (const pid of this.#known.keys()) if (!listed.has(pid)) this.#forget(pid, change);
    // Before any is met: an inode number that became free is given out again at once.
    this.#forgetNamespaces(change);
    const fresh = [...listed].filter((pid) => !this.#known.has(pid) && !this.#hidden.has(pid));
    for (const [pid, outcome] of this.readMany(fresh)) {
      this.#note(pid, outcome, now, change, bornAt);
    }
  }

  /** Those whose parent is gone have got another. */
  #checkOrphans(now: number, change: Changes): void {
    const orphans = [...this.#readings()].filter((reading) => change.gone.has(reading.ppid));
    for (const { pid } of orphans) this.#check(pid, now, change);
  }

  #checkYoung(now: number, change: Changes): void {
    let left = YOUNG_PER_TICK;
    for (const [pid, until] of [...this.#young]) {
      if (left-- === 0) break;
      if (this.#known.get(pid)?.checkedAt !== now) this.#check(pid, now, change);
      this.#young.delete(pid);
      if (until > now && this.#known.has(pid)) this.#young.set(pid, until);
    }
  }

  #checkWatched(now: number, watchedPids: readonly number[], change: Changes): void {
    for (const pid of watchedPids) {
      const known = this.#known.get(pid);
      if (known !== undefined && now - known.checkedAt >= WATCHED_EVERY) {
        this.#check(pid, now, change);
      }
    }
  }

  /** Reads those again that were not read for longest: as many as makes all of them in 30 s. */
  #rotate(now: number, change: Changes): void {
    const share = (this.#known.size * (now - this.#rotatedAt)) / ROTATION;
    this.#owed = Math.min(this.#owed + share, this.#known.size);
    this.#rotatedAt = now;
    const due: number[] = [];
    for (const [pid, { checkedAt }] of this.#known) {
      if (due.length >= Math.floor(this.#owed) || checkedAt === now) break;
      due.push(pid);
    }
    this.#owed -= Math.floor(this.#owed);
    for (const pid of due) this.#check(pid, now, change);
  }

  /** Reads one process and notes what became of it. */
  #check(pid: number, now: number, change: Changes): void {
    this.#note(pid, this.reader.read(pid), now, change, () => now);
  }

  #note(
    pid: number,
    outcome: ProcessOutcome,
    now: number,
    change: Changes,
    bornAt: (reading: ProcessReading) => number,
  ): void {
    if (outcome.kind !== 'process') {
      if (outcome.kind === 'hidden') this.#hidden.add(pid);
      this.#forget(pid, change);
      return;
    }
    const { reading } = outcome;
    const before = this.#known.get(pid)?.reading;
    this.#known.delete(pid);
    this.#known.set(pid, { reading, checkedAt: now });
    if (before === undefined || !sameReading(before, reading)) {
      change.put(reading);
      if (before !== undefined) this.#left = true;
    }
    if (before?.startTicks !== reading.startTicks)
      this.#readUntil(pid, now, bornAt(reading) + YOUNG);
    if (isUnsettled(reading)) this.#readUntil(pid, now, now + UNSETTLED);
    for (const news of this.#namespaces.readOf(reading)) change.putNamespace(news);
  }

  #readUntil(pid: number, now: number, until: number): void {
    if (until > Math.max(now, this.#young.get(pid) ?? 0)) this.#young.set(pid, until);
  }

  #forget(pid: number, change: Changes): void {
    this.#young.delete(pid);
    if (!this.#known.delete(pid)) return;
    change.remove(pid);
    this.#left = true;
  }

  /** Looks for what else holds namespaces: a slice of a search, from the tick after a full one on. */
  #searchHolders(now: number, change: Changes): void {
    if (this.#search === null && now - this.#searchedAt < SEARCH_EVERY) return;
    this.#search ??= new HolderSearch(this.reader.proc, this.#readings());
    const holds = this.#search.goOn(SEARCH_SLICE);
    if (holds === null) return;
    this.#search = null;
    this.#searchedAt = now;
    for (const news of this.#namespaces.hold(holds)) change.putNamespace(news);
    this.#left = true;
  }

  #forgetNamespaces(change: Changes): void {
    if (!this.#left) return;
    this.#left = false;
    const { forgotten, news } = this.#namespaces.keepOnly(this.#readings());
    for (const id of forgotten) change.removeNamespace(id);
    for (const reading of news) change.putNamespace(reading);
  }

  #forgetHidden(now: number): void {
    this.#hiddenAt = now;
    this.#hidden.clear();
  }

  *#readings(): Generator<ProcessReading> {
    for (const { reading } of this.#known.values()) yield reading;
  }
}

/** Its namespaces were on the way out when it was read: it is about to end or to be a zombie. */
function isUnsettled(reading: ProcessReading): boolean {
  return !isZombie(reading) && Object.values(reading.unreadable).includes('ENOENT');
}

/** What one tick has found so far. */
class Changes {
  readonly gone = new Set<number>();
  readonly #put = new Map<number, ProcessReading>();
  readonly #namespaces = new Map<NamespaceId, NamespaceReading>();
  readonly #namespacesGone = new Set<NamespaceId>();

  put(reading: ProcessReading): void {
    this.gone.delete(reading.pid);
    this.#put.set(reading.pid, reading);
  }

  remove(pid: number): void {
    this.#put.delete(pid);
    this.gone.add(pid);
  }

  putNamespace(reading: NamespaceReading): void {
    this.#namespacesGone.delete(reading.id);
    this.#namespaces.set(reading.id, reading);
  }

  removeNamespace(id: NamespaceId): void {
    this.#namespaces.delete(id);
    this.#namespacesGone.add(id);
  }

  get isEmpty(): boolean {
    const parts = [this.#put, this.gone, this.#namespaces, this.#namespacesGone];
    return parts.every(({ size }) => size === 0);
  }

  toScanChange(): Omit<ScanChange, 'full' | 'hidden'> {
    return {
      put: [...this.#put.values()],
      gone: [...this.gone],
      namespaces: [...this.#namespaces.values()],
      namespacesGone: [...this.#namespacesGone],
    };
  }
}
