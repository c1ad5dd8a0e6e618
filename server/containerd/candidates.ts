import type { Candidate } from '../engine/search';
import { firstStatus } from '../engine/first-status';
import { socketIdentity } from '../engine/socket-identity';
import type { SocketEndpoint } from '../grpc/grpc-engine';
import { ContainerdEngine } from './containerd-engine';

/** How the URL of one begins, which `--engine` takes. */
export const CONTAINERD_URL = 'containerd://';

/** Where containerd listens by itself, and where that of k3s does. */
const USUAL = ['/run/containerd/containerd.sock', '/run/k3s/containerd/containerd.sock'];

/** Where every Docker has one: the usual place, or where a dockerd starts its own. */
const OF_DOCKER = /^\/run\/containerd\/containerd\.sock$|\/docker\/containerd\/containerd\.sock$/;

/**
 * The places where a containerd may be.
 *
 * @param named as `--engine` names them; null: where they usually are
 * @param tellsDockers those that are named are asked for Docker's containers as well: no Docker is
 */
export function containerdCandidates(
  named: readonly string[] | null,
  tellsDockers: boolean,
): Candidate[] {
  const paths = named?.map((url) => url.slice(CONTAINERD_URL.length)) ?? USUAL;
  return paths.map((path) => {
    const from = named === null ? 'containerd' : 'option';
    return containerdAt(
      { kind: 'unix', path, url: `unix://${path}`, from },
      named !== null && tellsDockers,
    );
  });
}

/** A place where a containerd may be. */
export function containerdAt(endpoint: SocketEndpoint, tellsDockers = false): Candidate {
  return {
    url: endpoint.url,
    first: firstStatus('containerd', endpoint.url),
    socket: () => socketIdentity(endpoint),
    ofDocker: endpoint.from !== 'option' && OF_DOCKER.test(endpoint.path),
    open: (wishes) => new ContainerdEngine(endpoint, wishes, tellsDockers),
  };
}
