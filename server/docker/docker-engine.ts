import { isDeepStrictEqual } from 'node:util';
import type { EngineInfoAnswer } from '@lib/docker/reading';
import type { EngineDelays } from '@lib/snapshot/readings';
import type { DaemonTrace, Engine, EngineStatus } from '../engine/engine';
import { attemptsText, type EngineWishes } from '../engine/search';
import { isLoopback } from '../security/loopback';
import { ContainerTable, type EventListener } from './container-table';
import type { DockerError } from './docker-error';
import { toDockerError } from './docker-error';
import type { Endpoint } from '../engine/endpoint';
import type { EventStream } from './event-lines';
import { createDockerFacade, type Deadlines, type DockerFacade } from './facade';
import { Retry } from './retry';
import { RHYTHM, type Rhythm } from './rhythm';
import { socketIdentity } from './socket-identity';

/** Milliseconds that a new connection waits for inspections, version and `/info` before it counts as one. */
const MOST_PATIENCE = 500;

export interface DockerEngineOptions extends EngineWishes {
  /** Something happened to a container, and `containers()` knows it already. */
  onContainerEvent?: EventListener;
  deadlines?: Deadlines;
  rhythm?: Rhythm;
}

/**
 * An engine that speaks Docker's API at `endpoint`. Events first, then list and inspect, then what the
 * events say; a ping now and then tells whether it still answers, for its event stream can stay open
 * for seconds after it began to stop. After a loss it connects again by itself and lists anew. An
 * engine that may be asked for lists alone is listed again and again.
 */
export class DockerEngine implements Engine {
  readonly #table: ContainerTable;
  readonly #rhythm: Rhythm;
  readonly #retry: Retry;
  readonly #ended: Promise<void>;
  #status: EngineStatus;
  #info: EngineInfoAnswer = { info: null, problem: null };
  #delays: EngineDelays = { list: false, events: false };
  #answered = false;
  #connectedOnce = false;
  #facade: DockerFacade | null = null;
  #watched = false;
  #stopped = false;
  /** Containers have to be listed: something happened that could not be read. */
  #listDue = false;
  #wake: () => void = () => undefined;

  constructor(
    private readonly endpoint: Endpoint,
    private readonly options: DockerEngineOptions,
  ) {
    this.#rhythm = options.rhythm ?? RHYTHM;
    this.#retry = new Retry(this.#rhythm);
    this.#status = firstStatus(endpoint);
    this.#table = new ContainerTable(
      () => this.#tell(),
      (event, reading) => {
        if (!this.#stopped) options.onContainerEvent?.(event, reading);
        this.#tell();
      },
    );
    this.#ended = this.#run();
  }

  status(): EngineStatus {
    return this.#status;
  }

  answered(): boolean {
    // Behind a path that leads to another engine's socket there is none.
    return this.#answered && !this.options.taken();
  }

  containers() {
    return this.#table.all();
  }

  info(): EngineInfoAnswer {
    return this.#info;
  }

  delays(): EngineDelays {
    return this.#delays;
  }

  daemon(): DaemonTrace {
    const { endpoint } = this;
    return endpoint.kind === 'unix'
      ? { socket: endpoint.path, remote: false }
      : { socket: null, remote: !isLoopback(endpoint.host) };
  }

  dockerApi(): Endpoint {
    return this.endpoint;
  }

  setWatched(watched: boolean): void {
    this.#watched = watched;
    if (watched) this.#wake();
  }

  close(): Promise<void> {
    this.#stopped = true;
    this.#facade?.close();
    this.#wake();
    return this.#ended;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      const begun = performance.now();
      const socket = socketIdentity(this.endpoint);
      const failure = await this.#attempt(socket);
      if (failure !== null) this.#lost(failure);
      // An engine that lets go of us as soon as it has us is not asked again without a pause either.
      if (failure !== null || performance.now() - begun < this.#rhythm.retry) {
        await this.#rest(socket, failure);
      }
    }
  }

  /** One connection, from the first ping to its loss. Null when there was one, else why not. */
  async #attempt(socket: string | null): Promise<DockerError | null> {
    if (socket === null || this.options.taken()) return noSocket();
    const facade = this.#open();
    let stream: EventStream | null = null;
    try {
      await facade.ping();
      this.#answers();
      const told = Promise.all([this.#askVersion(facade), this.#askInfo(facade)]);
      stream = await this.#events(facade);
      const { inspected } = await this.#whileItAnswers(facade, this.#table.relist(facade, true));
      // Docker answers no inspection of a container that is just being started or removed.
      await Promise.race([Promise.all([inspected, told]), this.#pause(MOST_PATIENCE)]);
      this.#wake(); // Takes back the timer.
      this.#connected();
      await this.#untilLost(facade, stream, socket);
      return null;
    } catch (cause) {
      return toDockerError(cause);
    } finally {
      stream?.close();
      facade.close();
    }
  }

  #answers(): void {
    if (this.#answered) return;
    this.#answered = true;
    this.#tell();
  }

  /** Null where it may not be asked for events. */
  async #events(facade: DockerFacade): Promise<EventStream | null> {
    const lists = { ...this.#delays, events: true };
    try {
      const stream = await facade.events(
        (event) => void this.#table.apply(facade, event),
        () => this.#listSoon(),
      );
      this.#setDelays({ ...lists, events: false });
      return stream;
    } catch (cause) {
      if (!toDockerError(cause).refused) throw cause;
      this.#setDelays(lists);
      return null;
    }
  }

  /** Waits for a list as long as pings are answered, and says so when it takes long. */
  async #whileItAnswers<T>(facade: DockerFacade, list: Promise<T>): Promise<T> {
    let pending = true;
    const done = () => {
      pending = false;
      this.#wake();
    };
    list.then(done, done);
    try {
      for (let wait = this.#rhythm.slow; pending; wait = this.#rhythm.ping) {
        await this.#pause(wait);
        if (!pending || this.#stopped) break;
        await facade.ping();
        this.#setDelays({ ...this.#delays, list: true });
        this.#setStatus({ ...this.#status, state: 'connecting', message: null, tried: [] });
      }
      return await list;
    } finally {
      this.#setDelays({ ...this.#delays, list: false });
    }
  }

  /** Returns when the stream closed, the socket was replaced or a call failed: it is time to look anew. */
  async #untilLost(
    facade: DockerFacade,
    stream: EventStream | null,
    socket: string,
  ): Promise<void> {
    let lost = false;
    const lose = () => {
      lost = true;
      this.#wake();
    };
    void stream?.closed.then(lose);
    let listing = false;
    let listedAt = performance.now();
    let pingAt = 0;
    const list = () => {
      this.#listDue = false;
      listing = true;
      listedAt = performance.now();
      const done = () => {
        listing = false;
        if (this.#listDue) this.#wake();
      };
      this.#table.relist(facade, false).catch(lose).finally(done);
    };
    while (!lost && !this.#stopped) {
      if (!this.#listDue || listing) await this.#pause(this.#lookEvery());
      // A daemon that stops takes its socket away first: that is seen for next to nothing.
      if (socketIdentity(this.endpoint) !== socket || this.options.taken()) return;
      if (performance.now() >= pingAt) {
        pingAt = performance.now() + this.#pingEvery();
        await facade.ping().catch(lose);
      }
      // Pings go on meanwhile: one container that cannot be inspected must not keep them waiting.
      this.#table.retryFailed(facade).catch(lose);
      const due = performance.now() - listedAt >= this.#listEvery(stream);
      if ((due || this.#listDue) && !listing) list();
    }
  }

  #lookEvery(): number {
    return this.#watched ? this.#rhythm.look : this.#rhythm.ping;
  }

  #pingEvery(): number {
    const { ping, pingOften } = this.#rhythm;
    return this.#watched && this.endpoint.kind === 'tcp' ? pingOften : ping;
  }

  #listEvery(stream: EventStream | null): number {
    const { relist, relistOften } = this.#rhythm;
    return stream === null && this.#watched ? relistOften : relist;
  }

  #listSoon(): void {
    this.#listDue = true;
    this.#wake();
  }

  /** Never fails: nothing else depends on it, and not every engine may or can tell it soon. */
  async #askVersion(facade: DockerFacade): Promise<void> {
    const untold = {
      kind: this.#status.kind,
      version: null,
      apiVersion: null,
      minApiVersion: null,
    };
    const told = await facade.version().catch(() => untold);
    if (facade !== this.#facade) return;
    // Its id stays what it was when its containers were first told: they go by it.
    const id = this.#connectedOnce ? this.#status.id : `${told.kind}:${this.endpoint.url}`;
    this.#setStatus({ ...this.#status, ...told, id });
  }

  /** Never fails: what else there is to know does not depend on it, and not every engine can tell. */
  async #askInfo(facade: DockerFacade): Promise<void> {
    const answer = await facade.info().then(
      (info): EngineInfoAnswer => ({ info, problem: null }),
      (cause: unknown) => ({ info: null, problem: toDockerError(cause).message }),
    );
    if (facade !== this.#facade || isDeepStrictEqual(this.#info, answer)) return;
    this.#info = answer;
    this.#tell();
  }

  #open(): DockerFacade {
    const facade = createDockerFacade(this.endpoint, this.options.deadlines);
    this.#facade = facade;
    if (this.#stopped) facade.close();
    return facade;
  }

  #connected(): void {
    this.#connectedOnce = true;
    this.#retry.succeeded();
    this.#setStatus({ ...this.#status, state: 'connected', message: null, tried: [] });
  }

  #lost({ kind, message }: DockerError): void {
    const { url, from } = this.endpoint;
    const tried = [{ url, from, problem: kind, reason: message }];
    const state = kind === 'denied' ? 'denied' : kind === 'absent' ? 'absent' : 'disconnected';
    this.#setStatus({
      ...this.#status,
      // Once it was there, it is gone rather than absent.
      state: this.#connectedOnce && state === 'absent' ? 'disconnected' : state,
      message: attemptsText(tried),
      tried,
    });
  }

  #setStatus(status: EngineStatus): void {
    if (isDeepStrictEqual(this.#status, status)) return;
    this.#status = status;
    this.#tell();
  }

  #setDelays(delays: EngineDelays): void {
    if (isDeepStrictEqual(this.#delays, delays)) return;
    this.#delays = delays;
    this.#tell();
  }

  #tell(): void {
    if (!this.#stopped) this.options.onChange();
  }

  /** The pause before the next attempt; another socket at the endpoint ends it. */
  async #rest(socket: string | null, failure: DockerError | null): Promise<void> {
    const until = performance.now() + this.#retry.pause(failure, this.#watched);
    let left = until - performance.now();
    while (left > 0 && !this.#stopped && socketIdentity(this.endpoint) === socket) {
      const wasWatched = this.#watched;
      await this.#pause(Math.min(left, this.#lookEvery()));
      if (this.#watched && !wasWatched) return;
      left = until - performance.now();
    }
  }

  async #pause(ms: number): Promise<void> {
    if (this.#stopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** Said without asking: a look at the file costs less than a connection. */
function noSocket(): DockerError {
  return toDockerError(Object.assign(new Error('no socket'), { code: 'ENOENT' }));
}

/** Before it has answered, what its path says of its kind stands. */
export function firstStatus({ url }: Endpoint): EngineStatus {
  const kind = url.includes('podman') ? 'podman' : 'docker';
  return {
    id: `${kind}:${url}`,
    kind,
    endpoint: url,
    version: null,
    apiVersion: null,
    minApiVersion: null,
    state: 'connecting',
    message: null,
    tried: [],
  };
}
