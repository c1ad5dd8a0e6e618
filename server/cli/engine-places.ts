import { CONTAINERD, containerdCandidates } from '../containerd/candidates';
import { dockerCandidates } from '../docker/candidates';
import type { EngineSearch } from '../engine/search';

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
