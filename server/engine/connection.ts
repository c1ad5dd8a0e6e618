import type { EngineInfoAnswer } from '@lib/docker/reading';
import type { ContainerTable } from './container-table';
import { toEngineError } from './engine-error';
import type { EngineFacade, EventStream } from './engine-facade';
import type { KnownEngine } from './known-engine';
import type { Pace } from './pace';
import type { Waiting } from './waiting';

/** Milliseconds that a new connection waits for inspections, version and `/info` before it counts as one. */
const MOST_PATIENCE = 500;

/** What the connections to one engine have in common. */
export interface Connecting {
  table: ContainerTable;
  known: KnownEngine;
  pace: Pace;
  waiting: Waiting;
}

/**
 * One connection to an engine, from the first ping to its loss: events first, then list and inspect,
 * then what the events say; a ping now and then tells whether it still answers, for its event stream
 * can stay open for seconds after it began to stop. An engine that may be asked for lists alone is
 * listed again and again.
 */
export class Connection {
  #lost = false;
  /** Containers have to be listed: something happened that could not be read. */
  #listDue = false;
  #listing = false;
  #listedAt = 0;

  constructor(
    private readonly facade: EngineFacade,
    private readonly of: Connecting,
    /** Is what stands at its place still what this is a connection to? */
    private readonly inPlace: () => boolean,
  ) {}

  /**
   * Returns when the stream closed, the socket was replaced or a call failed, once it was connected:
   * it is time to look anew. Throws why where it came to no connection.
   */
  async live(): Promise<void> {
    const { facade } = this;
    const { table, known, waiting } = this.of;
    let stream: EventStream | null = null;
    try {
      known.answers(await facade.ping());
      const told = Promise.all([this.#askVersion(), this.#askInfo()]);
      stream = await this.#events();
      const { inspected, tellListed } = await this.#whileItAnswers(table.relist(facade, true));
      // Docker answers no inspection of a container that is just being started or removed.
      await Promise.race([Promise.all([inspected, told]), waiting.pause(MOST_PATIENCE)]);
      waiting.wake(); // Takes back the timer.
      // Those that it takes its time over are there as well: connected means that all are known that there are.
      tellListed();
      known.connected();
      await this.#untilLost(stream);
    } finally {
      stream?.close();
      this.close();
    }
  }

  /** What is under way fails. */
  close(): void {
    this.#lose();
    this.facade.close();
  }

  /** Null where it has none, or may not be asked for them. */
  async #events(): Promise<EventStream | null> {
    const { table, known } = this.of;
    if (this.facade.events === null) return null;
    try {
      const stream = await this.facade.events(
        (event) => void table.apply(this.facade, event),
        () => this.#listSoon(),
      );
      known.setDelays({ events: false });
      return stream;
    } catch (cause) {
      if (!toEngineError(cause).refused) throw cause;
      known.setDelays({ events: true });
      return null;
    }
  }

  /** Waits for a list as long as pings are answered, and says so when it takes long. */
  async #whileItAnswers<T>(list: Promise<T>): Promise<T> {
    const { known, pace, waiting } = this.of;
    let pending = true;
    const done = () => {
      pending = false;
      waiting.wake();
    };
    list.then(done, done);
    try {
      for (let wait = pace.rhythm.slow; pending; wait = pace.rhythm.ping) {
        await waiting.pause(wait);
        if (!pending || waiting.stopped) break;
        await this.facade.ping();
        known.setDelays({ list: true });
        known.connecting();
      }
      return await list;
    } finally {
      known.setDelays({ list: false });
    }
  }

  async #untilLost(stream: EventStream | null): Promise<void> {
    const { table, pace, waiting } = this.of;
    void stream?.closed.then(() => this.#lose());
    this.#listedAt = performance.now();
    let pingAt = 0;
    while (!this.#lost && !waiting.stopped) {
      if (!this.#listDue || this.#listing) await waiting.pause(pace.look());
      // A daemon that stops takes its socket away first: that is seen for next to nothing.
      if (!this.inPlace()) return;
      if (performance.now() >= pingAt) {
        pingAt = performance.now() + pace.ping();
        await this.facade.ping().catch(() => this.#lose());
      }
      // Pings go on meanwhile: one container that cannot be inspected must not keep them waiting.
      table.retryFailed(this.facade).catch(() => this.#lose());
      const due = performance.now() - this.#listedAt >= pace.list(stream !== null);
      if ((due || this.#listDue) && !this.#listing) this.#list();
    }
  }

  #list(): void {
    this.#listDue = false;
    this.#listing = true;
    this.#listedAt = performance.now();
    const done = () => {
      this.#listing = false;
      if (this.#listDue) this.of.waiting.wake();
    };
    this.of.table
      .relist(this.facade, false)
      .catch(() => this.#lose())
      .finally(done);
  }

  #listSoon(): void {
    this.#listDue = true;
    this.of.waiting.wake();
  }

  #lose(): void {
    this.#lost = true;
    this.of.waiting.wake();
  }

  /** Never fails: nothing else depends on it, and not every engine may or can tell it soon. */
  async #askVersion(): Promise<void> {
    const version = await this.facade.version().catch(() => null);
    if (!this.#lost) this.of.known.setVersion(version);
  }

  /** Never fails: what else there is to know does not depend on it, and not every engine can tell. */
  async #askInfo(): Promise<void> {
    const answer = await this.facade.info().then(
      (info): EngineInfoAnswer => ({ info, problem: null }),
      (cause: unknown) => ({ info: null, problem: toEngineError(cause).message }),
    );
    if (!this.#lost) this.of.known.setInfo(answer);
  }
}
