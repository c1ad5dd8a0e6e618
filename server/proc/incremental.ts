import type { ProcessReading, ScanChange } from '@lib/proc/reading';
import { NAMESPACE_TYPES, type NamespaceType } from '@lib/model/namespace-type';
import { parseUptime } from '@lib/proc/uptime';
import type { TickRequest } from './calls';
import { Changes } from './changes';
import { ForkWatch } from './fork-watch';
import { HolderClock } from './holder-clock';
import { KnownNamespaces } from './known-namespaces';
import type { NsIoctl } from './ns-ioctl';
import type { ProcessOutcome, ProcessReader } from './process';
import { attempt } from './reason';
import { isZombie, sameNamespaces, sameReading } from './same-reading';
import { oneByOne, type ReadMany } from './second-thread';

/** All times in milliseconds. /proc is listed in any case once in so long… */
const LIST_EVERY = 5000;
/** …and for what has ended, so long after the last time at the earliest. */
const LIST_AFTER = 2000;
/** A process is young, and checked at each tick, for so long after it began. */
const YOUNG = 10_000;
/** At most so many young processes are checked in one tick, those not checked for longest first. */
const YOUNG_PER_TICK = 250;
/** Those on screen are checked within 5 s: begun early enough for the tick after to be in time. */
const WATCHED_EVERY = 4000;
/** Every process is checked once in so long: 30 s with the wait for its turn… */
const ROTATION = 29_000;
/** …for they have it in steps: many small files in a row cost half of what they do one by one. */
const STEP = 1000;
/** A process met in the middle of its end is checked at each tick for so long. */
const UNSETTLED = 1000;

const NONE: readonly NamespaceType[] = [];

interface TickInput extends TickRequest {
  /** A clock that never goes back: milliseconds. */
  now: number;
}

interface Known {
  reading: ProcessReading;
  checkedAt: number;
  /** What `reader.ranSoFar` said before it was read. */
  ran: string | null;
}

/**
 * Finds what changed since the tick before, reading as little as possible.
 *
 * /proc/loadavg tells for 9 µs which numbers were given out, and those are looked at. /proc is listed
 * when they are too many, and when threads are missing. What forks tell nothing about (exec, setns,
 * unshare, a cgroup move, becoming a zombie) is found by checking: young processes at each tick,
 * watched ones within 5 s, all others once in 30 s; one that has not run since is not read again.
 * What it remembers is one record for each process that exists.
 */
export class Scanner {
  /** In the order of their last check, the oldest first. */
  readonly #known = new Map<number, Known>();
  /** Until when each young process is checked at each tick; in the order of their last check. */
  readonly #young = new Map<number, number>();
  readonly #namespaces: KnownNamespaces;
  readonly #holders: HolderClock;
  readonly #forks: ForkWatch;
  /** A process has left namespaces of which it may have been the last. */
  #left = false;
  /** Listed, but not for us to read; tried again with each rotation. */
  readonly #hidden = new Set<number>();
  #hiddenAt = 0;
  /** How many of them the last change told of. */
  #hiddenTold = 0;
  /** Numbers that were given out before the last tick, and were nobody's yet. */
  #late: readonly number[] = [];
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
    this.#holders = new HolderClock(reader.proc);
    this.#forks = new ForkWatch(reader.proc);
  }

  /** @returns what changed, or null when nothing did; the first tick, and a `full` one, has all */
  tick({ now, watchedPids, full, hinted }: TickInput): ScanChange | null {
    const given = this.#forks.look();
    const everything = full || this.#listedAt === Number.NEGATIVE_INFINITY;
    if (everything) return this.#scanAll(now);

    const change = new Changes();
    const listed =
      given === null || this.#listAgain || hinted === true || now - this.#listedAt >= LIST_EVERY;
    if (listed) this.#list(now, change);
    // A new process may be there, and listed, only a moment after its number was given out.
    this.#listAgain = given === null;
    this.#meet(given ?? [], now, change);
    if (listed) this.#forks.foundAll();
    this.#checkYoung(now, change);
    this.#checkWatched(now, watchedPids, change);
    this.#rotate(now, change);
    if (this.#forks.areMissing() && now - this.#listedAt >= LIST_AFTER) {
      this.#list(now, change);
      this.#forks.foundAll();
    }
    if (change.gone.size > 0) this.#checkOrphans(now, change);
    this.#tellHolders(now, change);
    this.#forgetNamespaces(change);
    if (change.isEmpty && this.#hidden.size === this.#hiddenTold) return null;
    return this.#told(change, false);
  }

  /**
   * Goes on with a search for what else holds namespaces, for some milliseconds.
   *
   * @param since when it was asked for
   * @returns true when one that began then or later is over: the next tick tells what it found
   */
  search(since: number, now: number): boolean {
    if (!this.#holders.isSearchedSince(since)) this.#holders.goOn(now, this.#readings());
    return this.#holders.isSearchedSince(since);
  }

  #scanAll(now: number): ScanChange {
    this.#known.clear();
    this.#young.clear();
    this.#hidden.clear();
    this.#namespaces.clear();
    this.#holders.startOver();
    this.#left = false;
    this.#late = [];
    this.#rotatedAt = now;
    this.#owed = 0;
    const { proc, units } = this.reader;
    const uptime = attempt(() => parseUptime(proc.file('uptime').toString('latin1'))) ?? 0;
    const bootedAt = now - uptime * 1000;
    const change = new Changes();
    this.#list(now, change, (reading) => {
      // None began later than now: what says so is the uptime of something smaller, as of lxcfs.
      return Math.min(now, bootedAt + (Number(reading.startTicks) / units.ticksPerSecond) * 1000);
    });
    this.#forks.foundAll();
    this.#listAgain = true;
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

  /**
   * Looks at numbers that were given out, to processes or threads. One that is nobody's yet is looked
   * at once more at the next tick.
   */
  #meet(given: readonly number[], now: number, change: Changes): void {
    const late = this.#late;
    this.#late = given.filter((pid) => !this.#isThere(pid, now, change));
    for (const pid of late) this.#isThere(pid, now, change);
  }

  #isThere(pid: number, now: number, change: Changes): boolean {
    if (this.#known.get(pid)?.checkedAt !== now && !this.#check(pid, now, change)) return false;
    this.#forks.found(1);
    return true;
  }

  /** Those whose parent is gone have got another. */
  #checkOrphans(now: number, change: Changes): void {
    const orphans = [...this.#readings()].filter((reading) => change.gone.has(reading.ppid));
    for (const { pid } of orphans) this.#reread(pid, now, change);
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

  /** Checks those that were not checked for longest: as many as makes all of them in 30 s. */
  #rotate(now: number, change: Changes): void {
    if (now - this.#rotatedAt < STEP) return;
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

  /** Reads one process unless it has stood still; whether the number is that of a process or thread. */
  #check(pid: number, now: number, change: Changes): boolean {
    const known = this.#known.get(pid);
    if (known === undefined) return this.#reread(pid, now, change);
    const ran = this.reader.ranSoFar(pid);
    if (!this.reader.isStill(known.reading, known.ran, ran)) return this.#reread(pid, now, change);
    this.#keep(pid, { ...known, checkedAt: now }, change);
    return true;
  }

  #reread(pid: number, now: number, change: Changes): boolean {
    const outcome = this.reader.read(pid);
    // A number kept from us may be a thread's: whether it is a process, the listing tells.
    const unclear = outcome.kind === 'hidden' && !this.#known.has(pid);
    if (!unclear) this.#note(pid, outcome, now, change, () => now);
    return outcome.kind !== 'ended';
  }

  /** Notes what became of a process. */
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
    const { reading, ran } = outcome;
    const before = this.#known.get(pid)?.reading;
    if (before === undefined || !sameReading(before, reading)) {
      change.put(reading);
      if (before !== undefined) this.#left = true;
    }
    if (before?.startTicks !== reading.startTicks)
      this.#readUntil(pid, now, bornAt(reading) + YOUNG);
    if (isUnsettled(reading)) this.#readUntil(pid, now, now + UNSETTLED);
    this.#keep(pid, { reading, checkedAt: now, ran }, change, this.#freshOf(reading, before));
  }

  #keep(pid: number, known: Known, change: Changes, fresh: readonly NamespaceType[] = NONE): void {
    this.#known.delete(pid);
    this.#known.set(pid, known);
    for (const news of this.#namespaces.readOf(known.reading, fresh)) change.putNamespace(news);
  }

  /** The types of which it is in another namespace than before, or at first than its parent. */
  #freshOf(reading: ProcessReading, before: ProcessReading | undefined): readonly NamespaceType[] {
    const familiar = before ?? this.#known.get(reading.ppid)?.reading;
    if (familiar === undefined || sameNamespaces(familiar, reading)) return NONE;
    return NAMESPACE_TYPES.filter((type) => familiar.namespaces[type] !== reading.namespaces[type]);
  }

  #readUntil(pid: number, now: number, until: number): void {
    if (until > Math.max(now, this.#young.get(pid) ?? 0)) this.#young.set(pid, until);
  }

  #forget(pid: number, change: Changes): void {
    this.#young.delete(pid);
    const known = this.#known.get(pid);
    if (known === undefined) return;
    this.#known.delete(pid);
    this.#forks.found(-known.reading.threads);
    change.remove(pid);
    // Those of the kernel are in the first namespaces, which outlive them.
    if (!known.reading.kernelThread) this.#left = true;
  }

  /** Looks for what else holds namespaces when that is due, and tells what was found. */
  #tellHolders(now: number, change: Changes): void {
    if (this.#holders.isDue(now)) this.#holders.goOn(now, this.#readings());
    const holds = this.#holders.take();
    if (holds === null) return;
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
