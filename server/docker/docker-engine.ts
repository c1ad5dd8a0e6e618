import type { Config } from '@lib/config/config';
import type { EngineInfoAnswer } from '@lib/docker/reading';
import type { EngineDelays } from '@lib/snapshot/readings';
import type { Endpoint } from '../engine/endpoint';
import type { DaemonTrace, Engine, EngineStatus } from '../engine/engine';
import type { EngineWishes } from '../engine/search';
import { isLoopback } from '../security/loopback';
import { withBound } from './bound-volumes';
import { Connection } from './connection';
import { ContainerTable, type EventListener } from './container-table';
import { toDockerError, type DockerError } from './docker-error';
import { createDockerFacade, type Deadlines, type DockerFacade } from './facade';
import { DockerImages } from './docker-images';
import { KnownEngine } from './known-engine';
import { Pace } from './pace';
import { Retry } from './retry';
import { RHYTHM, type Rhythm } from './rhythm';
import { socketIdentity } from './socket-identity';
import { Waiting } from './waiting';

export interface DockerEngineOptions extends EngineWishes {
  /** Something happened to a container, and `containers()` knows it already. */
  onContainerEvent?: EventListener;
  deadlines?: Deadlines;
  rhythm?: Rhythm;
}

/**
 * An engine that speaks Docker's API at `endpoint`: one connection after the other. After a loss it
 * connects again by itself and lists anew; what it knew stays known meanwhile.
 */
export class DockerEngine implements Engine {
  readonly #table: ContainerTable;
  readonly #known: KnownEngine;
  readonly #pace: Pace;
  readonly #retry: Retry;
  readonly #waiting = new Waiting();
  /** For what is asked while nothing has to be connected. */
  readonly #details: DockerFacade;
  readonly #images: DockerImages;
  readonly #ended: Promise<void>;
  #connection: Connection | null = null;

  constructor(
    private readonly endpoint: Endpoint,
    private readonly options: DockerEngineOptions,
  ) {
    const rhythm = options.rhythm ?? RHYTHM;
    this.#pace = new Pace(rhythm, endpoint);
    this.#retry = new Retry(rhythm);
    this.#known = new KnownEngine(endpoint, () => this.#tell());
    this.#details = createDockerFacade(endpoint, options.deadlines);
    this.#images = new DockerImages(this.#details);
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
    // Behind a path that leads to another engine's socket there is none.
    return this.#known.answered && !this.options.taken();
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
    const { endpoint } = this;
    return endpoint.kind === 'unix'
      ? { socket: endpoint.path, remote: false }
      : { socket: null, remote: !isLoopback(endpoint.host) };
  }

  imageTeller(): DockerImages {
    return this.#images;
  }

  async config(container: string): Promise<Config | null> {
    const config = await this.#details.config(container);
    return config === null ? null : withBound(config, this.#details);
  }

  dockerApi(): Endpoint {
    return this.endpoint;
  }

  setWatched(watched: boolean): void {
    this.#pace.watched = watched;
    if (watched) this.#waiting.wake();
  }

  close(): Promise<void> {
    this.#waiting.stop();
    this.#details.close();
    this.#connection?.close();
    return this.#ended;
  }

  async #run(): Promise<void> {
    while (!this.#waiting.stopped) {
      const begun = performance.now();
      const socket = socketIdentity(this.endpoint);
      const failure = await this.#attempt(socket);
      if (failure !== null) this.#known.lost(failure);
      // An engine that lets go of us as soon as it has us is not asked again without a pause either.
      if (failure !== null || performance.now() - begun < this.#pace.rhythm.retry) {
        await this.#rest(socket, failure);
      }
    }
  }

  /** One connection. Null when there was one, else why not. */
  async #attempt(socket: string | null): Promise<DockerError | null> {
    const { endpoint, options } = this;
    if (socket === null || options.taken()) return noSocket();
    this.#connection = new Connection(
      createDockerFacade(endpoint, options.deadlines),
      { table: this.#table, known: this.#known, pace: this.#pace, waiting: this.#waiting },
      () => socketIdentity(endpoint) === socket && !options.taken(),
    );
    try {
      await this.#connection.live();
      this.#retry.succeeded();
      return null;
    } catch (cause) {
      return toDockerError(cause);
    }
  }

  #tell(): void {
    if (!this.#waiting.stopped) this.options.onChange();
  }

  /** The pause before the next attempt; another socket at the endpoint ends it. */
  async #rest(socket: string | null, failure: DockerError | null): Promise<void> {
    const pace = this.#pace;
    const until = performance.now() + this.#retry.pause(failure, pace.watched);
    let left = until - performance.now();
    while (left > 0 && !this.#waiting.stopped && socketIdentity(this.endpoint) === socket) {
      const wasWatched = pace.watched;
      await this.#waiting.pause(Math.min(left, pace.look()));
      if (pace.watched && !wasWatched) return;
      left = until - performance.now();
    }
  }
}

/** Said without asking: a look at the file costs less than a connection. */
function noSocket(): DockerError {
  return toDockerError(Object.assign(new Error('no socket'), { code: 'ENOENT' }));
}
