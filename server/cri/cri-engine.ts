import { RHYTHM } from '../engine/rhythm';
import type { WatchOptions } from '../engine/watched-engine';
import { GrpcEngine, type SocketEndpoint } from '../grpc/grpc-engine';
import { createCriFacade } from './facade';

/**
 * Milliseconds from one list to the next, while somebody looks and while nobody does: two short calls. By nothing else is
 * it known what happens, and who asks once by the API does not look on.
 */
const LISTED = { relistOften: 1000, relist: 5000 };

/** CRI-O, or another that runs pods for Kubernetes, by what Kubernetes asks of it. */
export class CriEngine extends GrpcEngine {
  constructor(endpoint: SocketEndpoint, options: WatchOptions) {
    super('cri-o', endpoint, () => createCriFacade(endpoint), {
      rhythm: { ...RHYTHM, ...LISTED },
      ...options,
    });
  }
}
