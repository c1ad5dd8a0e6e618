import type { Engine, EngineStatus } from '../engine/engine';
import type { Endpoint, UnixAddress } from '../engine/endpoint';
import { firstStatus } from '../engine/first-status';
import { WatchedEngine, type WatchOptions } from '../engine/watched-engine';
import { createContainerdFacade } from './facade';

/** Where a containerd listens: always a socket of this machine. */
export type ContainerdEndpoint = Endpoint & UnixAddress;

/**
 * A containerd, by its own API. Docker's containers are left to Docker: where it was not named, one that has no
 * others is no engine of its own.
 */
export class ContainerdEngine extends WatchedEngine implements Engine {
  #hasOthers = false;

  constructor(
    private readonly endpoint: ContainerdEndpoint,
    options: WatchOptions,
  ) {
    super(
      {
        endpoint,
        first: firstStatus('containerd', endpoint.url),
        daemon: { socket: endpoint, remote: false },
      },
      () => createContainerdFacade(endpoint),
      options,
    );
  }

  override answered(): boolean {
    this.#hasOthers ||= this.containers().length > 0;
    return super.answered() && (this.#hasOthers || this.endpoint.from === 'option');
  }

  /** Most machines have none, and nobody looked for one. */
  override status(): EngineStatus {
    const status = super.status();
    const unasked = status.state === 'absent' && this.endpoint.from !== 'option';
    return unasked ? { ...status, tried: [] } : status;
  }

  imageTeller(): null {
    return null;
  }

  config(): Promise<null> {
    return Promise.resolve(null);
  }

  dockerApi(): null {
    return null;
  }
}
