import { statSync } from 'node:fs';
import type { EngineVersion } from '@lib/docker/reading';
import type { EngineState } from '@lib/model/host';
import { toDockerError, type DockerErrorKind } from './docker-error';
import type { Endpoint, EndpointSearch, FailedEndpoint } from './endpoint';
import type { DockerFacade } from './facade';

/** An engine that answers. */
export interface Connection {
  endpoint: Endpoint;
  facade: DockerFacade;
  version: EngineVersion;
  /** Which socket it was reached through: another one there later is perhaps another daemon. */
  socket: string;
}

/** No engine answered: the state that this makes, and what was tried. */
export interface NoConnection {
  state: Extract<EngineState, 'absent' | 'denied' | 'disconnected'>;
  tried: FailedEndpoint[];
}

/** Asks the candidates one after the other until one answers like a Docker engine. */
export async function connect(
  search: EndpointSearch,
  open: (endpoint: Endpoint) => DockerFacade,
): Promise<Connection | NoConnection> {
  const tried = [...search.refused];
  const kinds: DockerErrorKind[] = [];
  for (const endpoint of search.candidates) {
    const facade = open(endpoint);
    try {
      const socket = socketIdentity(endpoint);
      await facade.ping();
      return { endpoint, facade, version: await facade.version(), socket };
    } catch (cause) {
      facade.close();
      const { kind, message } = toDockerError(cause);
      kinds.push(kind);
      tried.push({ url: endpoint.url, from: endpoint.from, problem: kind, reason: message });
    }
  }
  return { state: stateOf(kinds), tried };
}

/**
 * What tells the socket file at an endpoint from another one put in its place; a file that is not
 * there, or a TCP address, has always the same. A daemon that stops removes its socket long before
 * it lets go of its connections.
 */
export function socketIdentity(endpoint: Endpoint): string {
  if (endpoint.kind === 'tcp') return 'tcp';
  const stat = statSync(endpoint.path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? 'none' : `${stat.dev}:${stat.ino}:${stat.ctimeNs}`;
}

function stateOf(kinds: readonly DockerErrorKind[]): NoConnection['state'] {
  if (kinds.includes('denied')) return 'denied';
  return kinds.every((kind) => kind === 'absent') ? 'absent' : 'disconnected';
}
