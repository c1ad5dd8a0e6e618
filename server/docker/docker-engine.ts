import type { Config } from '@lib/config/config';
import { BY_ENVIRONMENT, type Endpoint } from '../engine/endpoint';
import type { DaemonTrace, Engine, EngineStatus } from '../engine/engine';
import { firstStatus } from '../engine/first-status';
import { isLoopback } from '../security/loopback';
import { WatchedEngine, type WatchOptions } from '../engine/watched-engine';
import { withBound } from './bound-volumes';
import { createDockerFacade, type Deadlines, type DockerFacade } from './facade';
import { DockerImages } from './docker-images';

export interface DockerEngineOptions extends WatchOptions {
  deadlines?: Deadlines;
}

/** An engine that speaks Docker's API at `endpoint`. */
export class DockerEngine extends WatchedEngine implements Engine {
  /** For what is asked while nothing has to be connected. */
  readonly #details: DockerFacade;
  readonly #images: DockerImages;

  constructor(
    private readonly endpoint: Endpoint,
    { deadlines, ...options }: DockerEngineOptions,
  ) {
    const connect = () => createDockerFacade(endpoint, deadlines);
    const place = { endpoint, first: statusBefore(endpoint), daemon: daemonAt(endpoint) };
    super(place, connect, options);
    this.#details = connect();
    this.#images = new DockerImages(this.#details);
  }

  imageTeller(): DockerImages {
    return this.#images;
  }

  async config(container: string): Promise<Config | null> {
    const config = await this.#details.config(container);
    return config === null ? null : withBound(config, this.#details);
  }

  /** What was found by a process is asked, and told nothing. */
  dockerApi(): Endpoint | null {
    return this.endpoint.from === 'process' ? null : this.endpoint;
  }

  override close(): Promise<void> {
    this.#details.close();
    return super.close();
  }
}

/** Before it has answered, what its path says of its kind stands. */
export function statusBefore({ url, from }: Endpoint): EngineStatus {
  const status = firstStatus(url.includes('podman') ? 'podman' : 'docker', url);
  return BY_ENVIRONMENT.includes(from) ? { ...status, byEnvironment: true } : status;
}

function daemonAt(endpoint: Endpoint): DaemonTrace {
  return endpoint.kind === 'unix'
    ? { socket: endpoint, remote: false }
    : { socket: null, remote: !isLoopback(endpoint.host) };
}
