import type { Endpoint, UnixAddress } from '../engine/endpoint';
import type { Engine, EngineStatus } from '../engine/engine';
import type { EngineFacade } from '../engine/engine-facade';
import { firstStatus } from '../engine/first-status';
import { WatchedEngine, type WatchOptions } from '../engine/watched-engine';

/** Where what speaks gRPC listens: always a socket of this machine. */
export type SocketEndpoint = Endpoint & UnixAddress;

/** An engine that speaks gRPC: it has no word for an image's layers, and none for how a container was started. */
export class GrpcEngine extends WatchedEngine implements Engine {
  constructor(
    kind: Parameters<typeof firstStatus>[0],
    protected readonly endpoint: SocketEndpoint,
    openFacade: () => EngineFacade,
    options: WatchOptions,
  ) {
    super(
      {
        endpoint,
        first: firstStatus(kind, endpoint.url),
        daemon: { socket: endpoint, remote: false },
      },
      openFacade,
      options,
    );
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
