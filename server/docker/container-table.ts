import { isDeepStrictEqual } from 'node:util';
import { readingOfListing } from '@lib/docker/container';
import type { ContainerEvent, ContainerListing, ContainerReading } from '@lib/docker/reading';
import { toDockerError } from './docker-error';
import type { DockerFacade } from './facade';
import { createLimit } from './limit';

const MOST_INSPECTS = 8;
/** More, for Docker lets those wait whose container is being started just then. */
const MOST_EVENT_INSPECTS = 32;
/** How many containers a routine listing inspects although nothing about them seems to be new. */
const ROTATION = 32;

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

type Inspector = Pick<DockerFacade, 'list' | 'inspect'>;

/**
 * The containers that one engine last told of. It outlives connections: while the engine is away the
 * last readings stay. Inspections of one container never overlap, so that an older answer cannot
 * overwrite a newer one.
 */
export class ContainerTable {
  /** The least recently inspected first. */
  private readonly readings = new Map<string, ContainerReading>();
  /** Containers being inspected → the events that came meanwhile and call for another inspection. */
  private readonly busy = new Map<string, ContainerEvent[]>();
  /** Containers that could not be inspected → the errno that says most like why. */
  private readonly failed = new Map<string, string>();
  private readonly limitListed = createLimit(MOST_INSPECTS);
  private readonly limitEvents = createLimit(MOST_EVENT_INSPECTS);
  private sorted: readonly ContainerReading[] | null = null;

  constructor(
    private readonly onChange: () => void,
    private readonly onEvent: (event: ContainerEvent, reading: ContainerReading | null) => void,
  ) {}

  /** Ordered by id; the same list as long as nothing changes. */
  all(): readonly ContainerReading[] {
    this.sorted ??= [...this.readings.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    return this.sorted;
  }

  /**
   * Lists all, forgets what is gone and begins to inspect: everything after a (re)connection, else
   * what looks new and a few in rotation. Rejects when the list does; `inspected` never rejects: of a
   * container that cannot be inspected there is what the list tells.
   */
  async relist(engine: Inspector, everything: boolean): Promise<{ inspected: Promise<unknown> }> {
    const before = [...this.readings.keys()];
    const listed = await engine.list();
    const exists = new Set(listed.map(({ id }) => id));
    // One that an event brought in while the list was under way is not in `before`.
    for (const id of before) if (!exists.has(id)) this.put(id, null);
    const rotation = new Set(everything ? exists : before.slice(0, ROTATION));
    const due = listed.filter((entry) => rotation.has(entry.id) || this.looksNew(entry));
    return {
      inspected: Promise.all(
        due.map((entry) => this.limitListed(() => this.inspectListed(engine, entry))),
      ),
    };
  }

  /** Takes an event: inspects its container at once, then tells. Resolves when that is done. */
  async apply(engine: Inspector, event: ContainerEvent): Promise<void> {
    if (WITHOUT_CONSEQUENCE.has(event.action)) return;
    const later = this.busy.get(event.id);
    if (later) later.push(event);
    else await this.limitEvents(() => this.inspect(engine, event.id, [event]));
  }

  /** Once more what could not be inspected; that it fails again is no news. */
  async retryFailed(engine: Inspector): Promise<void> {
    const ids = [...this.failed.keys()].filter((id) => !this.busy.has(id));
    await Promise.all(ids.map((id) => this.limitListed(() => this.inspect(engine, id, []))));
  }

  private looksNew({ id, name, state }: ContainerListing): boolean {
    const known = this.readings.get(id);
    return known?.name !== name || known.state !== state;
  }

  private async inspectListed(engine: Inspector, entry: ContainerListing): Promise<void> {
    if (this.busy.has(entry.id)) return;
    await this.inspect(engine, entry.id, []);
    const why = this.failed.get(entry.id);
    if (why !== undefined && !this.readings.has(entry.id)) {
      this.put(entry.id, readingOfListing(entry, why));
    }
  }

  private async inspect(
    engine: Inspector,
    id: string,
    events: readonly ContainerEvent[],
  ): Promise<void> {
    const later: ContainerEvent[] = [];
    this.busy.set(id, later);
    let batch = events;
    try {
      do {
        later.length = 0;
        await this.inspectOnce(engine, id);
        const reading = this.readings.get(id) ?? null;
        for (const event of batch) this.onEvent(event, reading);
        batch = [...later];
      } while (batch.length > 0);
    } finally {
      this.busy.delete(id);
    }
  }

  private async inspectOnce(engine: Inspector, id: string): Promise<void> {
    try {
      this.put(id, await engine.inspect(id));
      this.failed.delete(id);
    } catch (cause) {
      // What is known stays; `retryFailed` asks again.
      this.failed.set(id, toDockerError(cause).kind === 'hanging' ? 'ETIMEDOUT' : 'EPROTO');
    }
  }

  private put(id: string, reading: ContainerReading | null): void {
    const known = this.readings.get(id) ?? null;
    const same = isDeepStrictEqual(known, reading);
    const kept = same ? known : reading;
    this.readings.delete(id);
    if (kept) this.readings.set(id, kept);
    else this.failed.delete(id);
    if (same) return;
    this.sorted = null;
    this.onChange();
  }
}
