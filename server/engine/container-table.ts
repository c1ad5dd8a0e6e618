import { isDeepStrictEqual } from 'node:util';
import { readingOfListing } from '@lib/docker/container';
import type { ContainerEvent, ContainerListing, ContainerReading } from '@lib/docker/reading';
import { toEngineError } from './engine-error';
import type { EngineFacade } from './engine-facade';
import { createLimit } from './limit';

const MOST_INSPECTS = 8;
/** Fewer, for stopped ones can be thousands, and what runs comes first. */
const MOST_STOPPED_INSPECTS = 2;
/** How many stopped ones are inspected before it is told that they were. */
const TOGETHER = 64;
/** More, for Docker lets those wait whose container is being started just then. */
const MOST_EVENT_INSPECTS = 32;
/** How many containers that it does not tell all of a routine listing inspects although nothing about them seems to be new. */
const ROTATION = 32;

/** Milliseconds until what could not be inspected is asked again: twice as long each time. */
const RETRY = { first: 400, most: 30_000 };
/** Why of a container there is what the list tells and no more: its turn has not come, or its engine takes its time. */
const NOT_YET = 'EAGAIN';

/** What events say that nothing of a reading depends on; health checks make some each few seconds. */
const WITHOUT_CONSEQUENCE = new Set([
  'attach',
  'commit',
  'copy',
  'archive-path',
  'detach',
  'exec_create',
  'exec_detach',
  'exec_die',
  'exec_start',
  'export',
  'extract-to-dir',
  'health_status',
  'resize',
  'top',
]);

type Inspector = Pick<EngineFacade, 'list' | 'inspect'>;
type Limit = ReturnType<typeof createLimit>;

/** Told of an event when what it did is known: null where the container is gone. */
export type EventListener = (event: ContainerEvent, reading: ContainerReading | null) => void;

/** One that waits for its turn or is under way, and what came meanwhile and calls for another. */
interface Inspection {
  engine: Inspector;
  events: ContainerEvent[];
  again: boolean;
  /** Whoever asked tells of the change. */
  quiet: boolean;
  /** Null: it waits for its turn. */
  work: Promise<void> | null;
  done: Promise<void>;
}

/**
 * The containers that one engine last told of. It outlives connections: while the engine is away the
 * last readings stay. Inspections of one container never overlap, so that an older answer cannot
 * overwrite a newer one: what asks for another meanwhile is served by one that begins afterwards.
 */
export class ContainerTable {
  /** The least recently inspected first. */
  private readonly readings = new Map<string, ContainerReading>();
  private readonly inspections = new Map<string, Inspection>();
  /** Containers that could not be inspected → the errno that says most like why. */
  private readonly failed = new Map<string, string>();
  /** Those of which an inspection told last that there is no such container, or none to tell of. */
  private readonly untold = new Set<string>();
  /** Those of which the last list told no state, or another one than is known of them. */
  private readonly unconfirmed = new Set<string>();
  /**
   * Those of which an inspection came to something, or failed, since a list was asked for last: what that tells of
   * them may be older.
   */
  private readonly askedSince = new Set<string>();
  private readonly limitListed = createLimit(MOST_INSPECTS);
  private readonly limitStopped = createLimit(MOST_STOPPED_INSPECTS);
  private readonly limitEvents = createLimit(MOST_EVENT_INSPECTS);
  private sorted: readonly ContainerReading[] | null = null;
  /** How often something was another one than before. */
  private differences = 0;
  /** When those that failed are asked again, and how long after that. */
  private retry = { at: 0, wait: RETRY.first };

  constructor(
    private readonly onChange: () => void,
    private readonly onEvent: EventListener,
  ) {}

  /** Ordered by id; the same list as long as nothing changes. */
  all(): readonly ContainerReading[] {
    this.sorted ??= [...this.readings.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    return this.sorted;
  }

  /**
   * Lists all, forgets what is gone and begins to inspect what the list does not tell all of, what runs
   * first: everything after a (re)connection, else what looks new and a few in rotation. Rejects when the
   * list does; `inspected` never rejects: of a container that cannot be inspected there is what the list tells.
   * Of those that run it is put in only then, or by `tellListed`, for who waits for inspections no longer.
   */
  async relist(
    engine: Inspector,
    everything: boolean,
  ): Promise<{ inspected: Promise<void>; tellListed: () => void }> {
    const before = [...this.readings.keys()];
    this.askedSince.clear();
    const listed = await engine.list();
    const exists = new Set(listed.map(({ id }) => id));
    // One that an event brought in while the list was under way is not in `before`, or was made again meanwhile.
    const missing = before.filter((id) => !exists.has(id));
    const unsure = missing.filter((id) => this.mayBeOlder(id));
    for (const id of missing) if (!unsure.includes(id)) this.put(id, null);
    for (const id of this.untold) if (!exists.has(id)) this.untold.delete(id);
    const rotation = new Set(everything ? exists : before.slice(0, ROTATION));
    const told = listed.flatMap(({ reading }) =>
      reading === undefined || this.mayBeOlder(reading.id) ? [] : [reading],
    );
    const whole = new Set(told.map(({ id }) => id));
    const due = listed.filter(
      (entry) => !whole.has(entry.id) && (rotation.has(entry.id) || this.looksNew(entry)),
    );
    const stopped = due.filter(isStopped);
    const changed = told.map((reading) => this.take(reading.id, reading));
    this.unconfirmed.clear();
    for (const { id, state } of listed) {
      const known = this.readings.get(id)?.state ?? state;
      if (state === null || state !== known) this.unconfirmed.add(id);
    }
    if ([...changed, this.standIn(stopped)].includes(true)) this.onChange();
    return {
      inspected: Promise.all([
        this.inspectListed(engine, due, stopped),
        // What was told of them meanwhile may have been so before they went.
        ...unsure.map((id) => this.inspect(engine, id, { limit: this.limitListed })),
      ]).then(() => undefined),
      tellListed: () => {
        if (this.standIn(due)) this.onChange();
      },
    };
  }

  /** What the list tells of those of which nothing else is known yet. Was any of it new? */
  private standIn(listed: readonly ContainerListing[]): boolean {
    return listed
      .filter(({ id }) => !this.readings.has(id) && !this.untold.has(id))
      .map((entry) => this.set(entry.id, readingOfListing(entry, NOT_YET)))
      .includes(true);
  }

  /** Takes an event: inspects its container at once, then tells. Resolves when that is done. */
  async apply(engine: Inspector, event: ContainerEvent): Promise<void> {
    if (WITHOUT_CONSEQUENCE.has(event.action)) return;
    await this.inspect(engine, event.id, { limit: this.limitEvents, event });
  }

  /** Once more what could not be inspected, seldomer each time; that it fails again is no news. */
  async retryFailed(engine: Inspector): Promise<void> {
    const { at, wait } = this.retry;
    if (this.failed.size === 0) this.retry = { at: 0, wait: RETRY.first };
    if (this.failed.size === 0 || performance.now() < at) return;
    const ids = [...this.failed.keys()].filter((id) => !this.inspections.has(id));
    this.retry = { at: performance.now() + wait, wait: Math.min(2 * wait, RETRY.most) };
    await Promise.all(ids.map((id) => this.inspect(engine, id, { limit: this.limitListed })));
  }

  private looksNew({ id, name, state }: ContainerListing): boolean {
    const known = this.readings.get(id);
    return known?.name !== name || known.state !== state;
  }

  /** Has an event called for an inspection while the list was under way, even one that failed? */
  private mayBeOlder(id: string): boolean {
    return this.askedSince.has(id) || this.inspections.has(id);
  }

  private async inspectListed(
    engine: Inspector,
    due: readonly ContainerListing[],
    stopped: readonly ContainerListing[],
  ): Promise<void> {
    const others = due.filter((entry) => !stopped.includes(entry));
    await Promise.all(others.map((entry) => this.inspectOr(engine, entry, this.limitListed)));
    for (let at = 0; at < stopped.length; at += TOGETHER) {
      const some = stopped.slice(at, at + TOGETHER);
      const before = this.differences;
      await Promise.all(some.map((entry) => this.inspectOr(engine, entry, this.limitStopped)));
      // Hundreds are told together, each of them would make a snapshot.
      if (this.differences !== before) this.onChange();
    }
  }

  /** What the list tells stands where it cannot be inspected. */
  private async inspectOr(engine: Inspector, entry: ContainerListing, limit: Limit): Promise<void> {
    const quiet = limit === this.limitStopped;
    await this.inspect(engine, entry.id, { limit, quiet });
    const why = this.failed.get(entry.id);
    const known = this.readings.get(entry.id);
    if (why === undefined || (known && known.unreadable['pid'] !== NOT_YET)) return;
    this.put(entry.id, readingOfListing(entry, why), quiet);
  }

  private inspect(
    engine: Inspector,
    id: string,
    { limit, event, quiet = false }: { limit: Limit; event?: ContainerEvent; quiet?: boolean },
  ): Promise<void> {
    const known = this.inspections.get(id);
    const one = known ?? {
      engine,
      events: [],
      again: false,
      quiet,
      work: null,
      done: Promise.resolve(),
    };
    if (event !== undefined) one.events.push(event);
    const begin = () => (one.work ??= this.inspectUntilQuiet(id, one));
    if (known === undefined) {
      this.inspections.set(id, one);
      one.done = limit(begin);
      return one.done;
    }
    one.engine = engine;
    one.quiet &&= quiet;
    one.again = one.work !== null;
    // Where it waits behind others an event does not.
    return event !== undefined && one.work === null ? limit(begin) : one.done;
  }

  private async inspectUntilQuiet(id: string, inspection: Inspection): Promise<void> {
    try {
      do {
        const events = inspection.events.splice(0);
        inspection.again = false;
        const doubted = events.length > 0 || this.unconfirmed.has(id);
        await this.inspectOnce(inspection.engine, id, { quiet: inspection.quiet, doubted });
        const reading = this.readings.get(id) ?? null;
        for (const event of events) this.onEvent(event, reading);
      } while (inspection.again);
    } finally {
      this.inspections.delete(id);
    }
  }

  /** @param doubted may it have another state by now than is known of it? */
  private async inspectOnce(
    engine: Inspector,
    id: string,
    { quiet, doubted }: { quiet: boolean; doubted: boolean },
  ): Promise<void> {
    try {
      const reading = await engine.inspect(id);
      if (this.take(id, reading) && !quiet) this.onChange();
    } catch (cause) {
      // What is known stays; `retryFailed` asks again.
      const error = toEngineError(cause);
      this.failed.set(id, error.errno);
      if (doubted && error.kind === 'hanging') this.doubt(id, error.errno, quiet);
    } finally {
      this.askedSince.add(id);
    }
  }

  /** Of one that its engine gets no answer about it is not known any more whether it runs, nor that it has no process. */
  private doubt(id: string, why: string, quiet: boolean): void {
    const known = this.readings.get(id);
    if (known === undefined || known.unreadable['state'] !== undefined) return;
    const unsure = known.pid === 0 ? { state: why, pid: why } : { state: why };
    this.put(id, { ...known, unreadable: { ...known.unreadable, ...unsure } }, quiet);
  }

  private put(id: string, reading: ContainerReading | null, quiet = false): void {
    if (this.set(id, reading) && !quiet) this.onChange();
  }

  /** Takes what the engine tells of one. Was it another one before? */
  private take(id: string, reading: ContainerReading | null): boolean {
    if (reading === null) this.untold.add(id);
    else this.untold.delete(id);
    this.failed.delete(id);
    return this.set(id, reading);
  }

  /** Was it another one before? */
  private set(id: string, reading: ContainerReading | null): boolean {
    const known = this.readings.get(id) ?? null;
    const same = isDeepStrictEqual(known, reading);
    const kept = same ? known : reading;
    this.readings.delete(id);
    if (kept) this.readings.set(id, kept);
    else this.failed.delete(id);
    if (!same) {
      this.sorted = null;
      this.differences += 1;
    }
    return !same;
  }
}

/** It has no process, and will have none before an event tells so. */
function isStopped({ state }: ContainerListing): boolean {
  return state === 'exited' || state === 'created' || state === 'dead';
}
