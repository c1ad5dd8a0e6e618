import type { Engine } from '../model/host';

/** Where the clients of the engines look when they are told nothing. */
const DEFAULT_ENDPOINT = /^unix:\/\/(\/var)?\/run\/docker\.sock$/;

/** The engine's own client, asked for this engine. */
export function clientOf(engine: Engine): string[] {
  if (engine.kind === 'podman') return ['podman', '--url', engine.endpoint];
  return DEFAULT_ENDPOINT.test(engine.endpoint) ? ['docker'] : ['docker', '-H', engine.endpoint];
}
