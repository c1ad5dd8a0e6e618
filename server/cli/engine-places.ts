import { CONTAINERD_URL, containerdAt, containerdCandidates } from '../containerd/candidates';
import { CRI_URL, criAt, criCandidates } from '../cri/candidates';
import { dockerAt, dockerCandidates } from '../docker/candidates';
import { findEndpoints } from '../docker/endpoint';
import type { Endpoint, UnixAddress } from '../engine/endpoint';
import type { EngineProgram, FoundSocket } from '../engine/found-socket';
import type { Candidate, EngineSearch } from '../engine/search';

/**
 * Where engines may be: at the places that are named, else at those where one usually is.
 *
 * @param named URLs, of Docker's API, `containerd:///path` or `cri:///path`
 */
export function enginePlaces(
  named: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): EngineSearch {
  const containerd = named.filter((url) => url.startsWith(CONTAINERD_URL));
  const cri = named.filter((url) => url.startsWith(CRI_URL));
  const docker = named.filter((url) => !containerd.includes(url) && !cri.includes(url));
  const search =
    named.length > 0 && docker.length === 0
      ? { candidates: [], refused: [] }
      : dockerCandidates({ named: docker, env });
  const nobody = named.length === 0;
  const others = [
    ...containerdCandidates(nobody ? null : containerd, docker.length === 0),
    ...criCandidates(nobody ? null : cri),
  ];
  return { ...search, candidates: [...search.candidates, ...others] };
}

/** What each program speaks. */
const SPEAKS: Readonly<Record<EngineProgram, (endpoint: Endpoint & UnixAddress) => Candidate>> = {
  dockerd: dockerAt,
  podman: dockerAt,
  containerd: (endpoint) => containerdAt(endpoint),
  crio: criAt,
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
  return named.length === 0 && !findEndpoints({ named: [], env }).isNamed;
}
