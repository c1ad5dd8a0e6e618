import type { Endpoint, UnixAddress } from '../engine/endpoint';
import type { Engine, EngineStatus } from '../engine/engine';
import { firstStatus } from '../engine/first-status';
import { RHYTHM } from '../engine/rhythm';
import { WatchedEngine, type WatchOptions } from '../engine/watched-engine';
import { createCriFacade } from './facade';

/** Where a runtime listens: always a socket of this machine. */
export type CriEndpoint = Endpoint & UnixAddress;

/**
 * Milliseconds from one list to the next, while somebody looks and while nobody does: two short calls. By nothing else is
 * it known what happens, and who asks once by the API does not look on.
 */
const LISTED = { relistOften: 1000, relist: 5000 };

/** CRI-O, or another that runs pods for Kubernetes, by what Kubernetes asks of it. */
export class CriEngine extends WatchedEngine implements Engine {
  constructor(
    private readonly endpoint: CriEndpoint,
    options: WatchOptions,
  ) {
    super(
      {
        endpoint,
        first: firstStatus('cri-o', endpoint.url),
        daemon: { socket: endpoint, remote: false },
      },
      () => createCriFacade(endpoint),
      { rhythm: { ...RHYTHM, ...LISTED }, ...options },
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
