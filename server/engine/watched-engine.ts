import type { EngineInfoAnswer } from '@lib/docker/reading';
import type { EngineDelays } from '@lib/snapshot/readings';
import { Connection } from './connection';
import { ContainerTable, type EventListener } from './container-table';
import type { DaemonTrace, EngineStatus } from './engine';
import { toEngineError, type EngineError } from './engine-error';
import type { EngineFacade } from './engine-facade';
import { KnownEngine, type Place } from './known-engine';
import { Pace } from './pace';
import { Retry } from './retry';
import { RHYTHM, type Rhythm } from './rhythm';
import type { EngineWishes } from './search';
import { socketIdentity } from './socket-identity';
import { Waiting } from './waiting';

export interface WatchOptions extends EngineWishes {
  /** Something happened to a container, and `containers()` knows it already. */
  onContainerEvent?: EventListener;
  rhythm?: Rhythm;
}

/**
 * What is alike in all engines that are asked through a facade: one connection after the other. After
 * a loss it connects again by itself and lists anew; what it knew stays known meanwhile.
 */
export class WatchedEngine {
  readonly #table: ContainerTable;
  readonly #known: KnownEngine;
  readonly #pace: Pace;
  readonly #retry: Retry;
  readonly #waiting = new Waiting();
  readonly #ended: Promise<void>;
  #connection: Connection | null = null;

  /** @param connect makes a facade, which connects at each call; it is closed with the connection */
  constructor(
    private readonly place: Place,
    private readonly connect: () => EngineFacade,
    private readonly options: WatchOptions,
  ) {
    const rhythm = options.rhythm ?? RHYTHM;
    this.#pace = new Pace(rhythm, place.endpoint);
    this.#retry = new Retry(rhythm);
    this.#known = new KnownEngine(place, () => this.#tell());
    this.#table = new ContainerTable(
      () => this.#tell(),
      (event, reading) => {
        if (!this.#waiting.stopped) options.onContainerEvent?.(event, reading);
        this.#tell();
      },
    );
    this.#ended = this.#run();
  }

  status(): EngineStatus {
    return this.#known.status;
  }

  answered(): boolean {
    const { answered, status } = this.#known;
    // Where a process of an engine's name listens there is one, even if it is not for us to ask.
    const denied = this.place.endpoint.from === 'process' && status.state === 'denied';
    // Behind a path that leads to another engine's socket there is none.
    return (answered || denied) && !this.options.taken();
  }

  containers() {
    return this.#table.all();
  }

  info(): EngineInfoAnswer {
    return this.#known.info;
  }

  delays(): EngineDelays {
    return this.#known.delays;
  }

  daemon(): DaemonTrace {
    return this.place.daemon;
  }

  setWatched(watched: boolean): void {
    this.#pace.watched = watched;
    if (watched) this.#waiting.wake();
  }

  close(): Promise<void> {
    this.#waiting.stop();
    this.#connection?.close();
    return this.#ended;
  }

  async #run(): Promise<void> {
    while (!this.#waiting.stopped) {
      const begun = performance.now();
      const socket = socketIdentity(this.place.endpoint);
      const failure = await this.#attempt(socket);
      if (failure !== null) this.#known.lost(failure);
      // An engine that lets go of us as soon as it has us is not asked again without a pause either.
      if (failure !== null || performance.now() - begun < this.#pace.rhythm.retry) {
        await this.#rest(socket, failure);
      }
    }
  }

  /** One connection. Null when there was one, else why not. */
  async #attempt(socket: string | null): Promise<EngineError | null> {
    const { place, options } = this;
    if (socket === null || options.taken()) return noSocket();
    try {
      this.#connection = new Connection(
        this.connect(),
        { table: this.#table, known: this.#known, pace: this.#pace, waiting: this.#waiting },
        () => socketIdentity(place.endpoint) === socket && !options.taken(),
      );
      await this.#connection.live();
      this.#retry.succeeded();
      return null;
    } catch (cause) {
      return toEngineError(cause);
    }
  }

  #tell(): void {
    if (!this.#waiting.stopped) this.options.onChange();
  }

  /** The pause before the next attempt; another socket at the endpoint ends it. */
  async #rest(socket: string | null, failure: EngineError | null): Promise<void> {
    const pace = this.#pace;
    const until = performance.now() + this.#retry.pause(failure, pace.watched);
    let left = until - performance.now();
    while (left > 0 && !this.#waiting.stopped && socketIdentity(this.place.endpoint) === socket) {
      const wasWatched = pace.watched;
      await this.#waiting.pause(Math.min(left, pace.look()));
      if (pace.watched && !wasWatched) return;
      left = until - performance.now();
    }
  }
}

/** Said without asking: a look at the file costs less than a connection. */
function noSocket(): EngineError {
  return toEngineError(Object.assign(new Error('no socket'), { code: 'ENOENT' }));
}
