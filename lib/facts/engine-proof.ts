import type { Engine } from '../model/host';
import { shellLine } from './shell-line';

/** The command lines that show what is said of an engine. */

/** Where the clients of the engines look when they are told nothing. */
const DEFAULT_ENDPOINT = /^unix:\/\/(\/var)?\/run\/docker\.sock$/;

export function engineVersion(engine: Engine): string {
  return shellLine([...clientOf(engine), 'version']);
}

/** All containers, running or not. */
export function listContainers(engine: Engine): string {
  return shellLine([...clientOf(engine), 'ps', '--all']);
}

/** The engine's own client, asked for this engine. */
export function clientOf(engine: Engine): string[] {
  if (engine.kind === 'podman') return ['podman', '--url', engine.endpoint];
  return DEFAULT_ENDPOINT.test(engine.endpoint) ? ['docker'] : ['docker', '-H', engine.endpoint];
}
