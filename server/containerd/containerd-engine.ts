import type { WatchOptions } from '../engine/watched-engine';
import { GrpcEngine, type SocketEndpoint } from '../grpc/grpc-engine';
import { createContainerdFacade } from './facade';

/**
 * A containerd, by its own API. Docker's containers are left to Docker, where that is asked: where it was not named, one
 * that has no others is no engine of its own.
 */
export class ContainerdEngine extends GrpcEngine {
  #hasOthers = false;

  /** @param tellsDockers it is asked for those of Docker as well */
  constructor(endpoint: SocketEndpoint, options: WatchOptions, tellsDockers: boolean) {
    super(
      'containerd',
      endpoint,
      () => createContainerdFacade(endpoint, { tellsDockers }),
      options,
    );
  }

  override answered(): boolean {
    this.#hasOthers ||= this.containers().length > 0;
    return super.answered() && (this.#hasOthers || this.endpoint.from === 'option');
  }
}
