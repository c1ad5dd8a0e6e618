import { CONTAINERD, containerdAt, containerdCandidates } from '../containerd/candidates';
import type { ContainerdEndpoint } from '../containerd/containerd-engine';
import { dockerAt, dockerCandidates } from '../docker/candidates';
import { isNamed } from '../docker/endpoint';
import type { EngineProgram, FoundSocket } from '../engine/found-socket';
import type { Candidate, EngineSearch } from '../engine/search';

/**
 * Where engines may be: at the places that are named, else at those where one usually is.
 *
 * @param named URLs, of Docker's API or `containerd:///path`
 */
export function enginePlaces(
  named: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): EngineSearch {
  const containerd = named.filter((url) => url.startsWith(CONTAINERD));
  const docker = named.filter((url) => !url.startsWith(CONTAINERD));
  const search =
    named.length > 0 && docker.length === 0
      ? { candidates: [], refused: [] }
      : dockerCandidates({ named: docker, env });
  const others = containerdCandidates(named.length === 0 ? null : containerd);
  return { ...search, candidates: [...search.candidates, ...others] };
}

/** What each program speaks. */
const SPEAKS: Readonly<Record<EngineProgram, (endpoint: ContainerdEndpoint) => Candidate>> = {
  dockerd: dockerAt,
  podman: dockerAt,
  containerd: containerdAt,
};

/** Where engines are by the processes that are called so. */
export function placesFound(sockets: readonly FoundSocket[]): Candidate[] {
  return sockets.map(({ program, root, path }) =>
    SPEAKS[program]({ kind: 'unix', path, root, url: `unix://${root}${path}`, from: 'process' }),
  );
}

/** Are engines looked for among processes as well? Not where one is named. */
export function areLookedFor(
  named: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  return named.length === 0 && !isNamed({ named: [], env });
}
