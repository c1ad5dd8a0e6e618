import { isDeepStrictEqual } from 'node:util';
import type { ContainerEvent, ContainerReading, EngineInfoAnswer } from '@lib/docker/reading';
import type { Engine } from '@lib/model/host';
import { connect, socketIdentity, type Connection, type NoConnection } from './connect';
import { ContainerTable } from './container-table';
import { toDockerError } from './docker-error';
import type { Endpoint, EndpointSearch } from './endpoint';
import type { EventStream } from './event-lines';
import { createDockerFacade, type Deadlines, type DockerFacade } from './facade';

/** What is known of the engine: a new object whenever something about it changed. */
export type EngineStatus = Omit<Engine, 'pid' | 'namespaces'>;

/** How often, in milliseconds. */
export interface Rhythm {
  /** From one look at the socket's file to the next, while somebody looks at us. */
  look: number;
  /**
   * From one ping to the next: while somebody looks at us and there is no file of a socket that would
   * go away with the daemon; and else, when only a daemon that hangs is found by it.
   */
  pingOften: number;
  ping: number;
  /** From a failed attempt to connect to the next; up to half as much again is added at random. */
  retry: number;
  /** From one routine listing to the next, in case an event was lost. */
  relist: number;
}

const RHYTHM: Rhythm = {
  look: 400,
  pingOften: 1000,
  ping: 2000,
  retry: 400,
  relist: 30_000,
};

/** How long a new connection waits for its inspections before it counts as one. */
const MOST_PATIENCE_MS = 500;

export interface EngineWatchOptions {
  /** Asked before each attempt until an engine has answered; from then on that endpoint is kept. */
  search: () => EndpointSearch;
  /** The status or the containers changed; can come many times in a row. */
  onChange: () => void;
  /** Something happened to a container, and `containers()` knows it already. */
  onContainerEvent: (event: ContainerEvent, reading: ContainerReading | null) => void;
  deadlines?: Deadlines;
  rhythm?: Rhythm;
}

export interface EngineWatch {
  status: () => EngineStatus;
  /** The one that answered last; null before the first did. */
  endpoint: () => Endpoint | null;
  /** Asked at each connection. */
  info: () => EngineInfoAnswer;
  /** The last known, ordered by id; the same list as long as nothing changes. */
  containers: () => readonly ContainerReading[];
  /** Somebody looks, or nobody does any more. */
  setWatched: (watched: boolean) => void;
  close: () => Promise<void>;
}

/**
 * Keeps a picture of one engine's containers: events first, then list and inspect, then what the
 * events say; a ping now and then tells whether it still answers, for its event stream can stay open
 * for seconds after it began to stop. After a loss it connects again by itself and lists anew.
 */
export function createEngineWatch(options: EngineWatchOptions): EngineWatch {
  const watch = new Watch(options);
  const ended = watch.run();
  return {
    status: () => watch.status,
    endpoint: () => watch.endpoint,
    info: () => watch.info,
    containers: () => watch.table.all(),
    setWatched: (watched) => {
      watch.setWatched(watched);
    },
    close: () => {
      watch.stop();
      return ended;
    },
  };
}

class Watch {
  status: EngineStatus;
  endpoint: Endpoint | null = null;
  info: EngineInfoAnswer = { info: null, problem: null };
  readonly table: ContainerTable;
  private readonly rhythm: Rhythm;
  private facade: DockerFacade | null = null;
  private watched = false;
  private stopped = false;
  private wake: () => void = () => undefined;

  constructor(private readonly options: EngineWatchOptions) {
    this.rhythm = options.rhythm ?? RHYTHM;
    this.table = new ContainerTable(
      () => {
        if (!this.stopped) options.onChange();
      },
      (event, reading) => {
        if (!this.stopped) options.onContainerEvent(event, reading);
      },
    );
    this.status = firstStatus(options.search());
  }

  setWatched(watched: boolean): void {
    this.watched = watched;
    if (watched) this.wake();
  }

  stop(): void {
    this.stopped = true;
    this.facade?.close();
    this.wake();
  }

  async run(): Promise<void> {
    while (!this.stopped) {
      const begun = performance.now();
      const failure = await this.attempt();
      if (failure !== null) this.lost(failure);
      // An engine that lets go of us as soon as it has us is not asked again without a pause either.
      if (failure !== null || performance.now() - begun < this.rhythm.retry) {
        await this.pause(this.retryDelay());
      }
    }
  }

  /** One connection, from the first ping to its loss. Null when there was one, else why not. */
  private async attempt(): Promise<NoConnection | null> {
    const connection = await connect(this.candidates(), (endpoint) => this.open(endpoint));
    if (!('facade' in connection)) return connection;
    const { facade, endpoint } = connection;
    let stream: EventStream | null = null;
    try {
      stream = await facade.events((event) => void this.table.apply(facade, event));
      const informed = this.askInfo(facade);
      const { inspected } = await this.table.relist(facade, true);
      // Docker answers no inspection of a container that is just being started or removed.
      await Promise.race([Promise.all([inspected, informed]), this.pause(MOST_PATIENCE_MS)]);
      this.wake(); // Takes back the timer.
      this.connected(connection);
      await this.untilLost(connection, stream);
      return null;
    } catch (cause) {
      const { kind, message } = toDockerError(cause);
      const failed = { url: endpoint.url, from: endpoint.from, problem: kind, reason: message };
      return { state: 'disconnected', tried: [failed] };
    } finally {
      stream?.close();
      facade.close();
    }
  }

  /** Returns when the stream closed, the socket was replaced or a call failed: it is time to look anew. */
  private async untilLost(connection: Connection, stream: EventStream): Promise<void> {
    const { facade, endpoint, socket } = connection;
    let lost = false;
    const lose = () => {
      lost = true;
      this.wake();
    };
    void stream.closed.then(lose);
    let relistAt = performance.now() + this.rhythm.relist;
    let pingAt = 0;
    while (!lost && !this.stopped) {
      await this.pause(this.watched ? this.rhythm.look : this.rhythm.ping);
      // A daemon that stops takes its socket away first: that is seen for next to nothing.
      if (socketIdentity(endpoint) !== socket) return;
      if (performance.now() >= pingAt) {
        const { ping, pingOften } = this.rhythm;
        pingAt = performance.now() + (this.watched && endpoint.kind === 'tcp' ? pingOften : ping);
        await facade.ping().catch(lose);
      }
      // Pings go on meanwhile: one container that cannot be inspected must not keep them waiting.
      this.table.retryFailed(facade).catch(lose);
      if (performance.now() < relistAt) continue;
      relistAt = performance.now() + this.rhythm.relist;
      this.table.relist(facade, false).catch(lose);
    }
  }

  /** Never fails: what else there is to know does not depend on it, and not every engine can tell. */
  private async askInfo(facade: DockerFacade): Promise<void> {
    const answer = await facade.info().then(
      (info): EngineInfoAnswer => ({ info, problem: null }),
      (cause: unknown) => ({ info: null, problem: toDockerError(cause).message }),
    );
    if (this.stopped || facade !== this.facade || isDeepStrictEqual(this.info, answer)) return;
    this.info = answer;
    this.options.onChange();
  }

  private candidates(): EndpointSearch {
    return this.endpoint ? { candidates: [this.endpoint], refused: [] } : this.options.search();
  }

  private open(endpoint: Endpoint): DockerFacade {
    this.facade = createDockerFacade(endpoint, this.options.deadlines);
    if (this.stopped) this.facade.close();
    return this.facade;
  }

  private connected({ endpoint, version }: Connection): void {
    this.endpoint = endpoint;
    this.setStatus({
      ...version,
      id: `${version.kind}:${endpoint.url}`,
      endpoint: endpoint.url,
      state: 'connected',
      message: null,
      tried: [],
    });
  }

  private lost({ state, tried }: NoConnection): void {
    this.setStatus({
      ...this.status,
      // Once it was there, it is gone rather than absent.
      state: this.endpoint && state === 'absent' ? 'disconnected' : state,
      message: tried.map(({ url, from, reason }) => `${url} (${from}): ${reason}`).join('; '),
      tried,
    });
  }

  private setStatus(status: EngineStatus): void {
    if (this.stopped || isDeepStrictEqual(this.status, status)) return;
    this.status = status;
    this.options.onChange();
  }

  private retryDelay(): number {
    const least = this.watched ? this.rhythm.retry : this.rhythm.ping;
    return least * (1 + Math.random() / 2);
  }

  private async pause(ms: number): Promise<void> {
    if (this.stopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** Before any engine answered, the first place where one is looked for stands for it. */
function firstStatus({ candidates, refused }: EndpointSearch): EngineStatus {
  const url = candidates[0]?.url ?? refused[0]?.url ?? '';
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
