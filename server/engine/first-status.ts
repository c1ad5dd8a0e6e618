import type { EngineStatus } from './engine';

/** What is said of an engine at `url` that has been asked nothing yet. */
export function firstStatus(kind: EngineStatus['kind'], url: string): EngineStatus {
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
