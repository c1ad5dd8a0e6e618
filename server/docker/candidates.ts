import type { Endpoint } from '../engine/endpoint';
import type { Candidate, EngineSearch } from '../engine/search';
import { DockerEngine, statusBefore } from './docker-engine';
import { findEndpoints, findOthers, type EndpointSources } from './endpoint';
import { socketIdentity } from '../engine/socket-identity';

/** The places where an engine that speaks Docker's API may be. */
export function dockerCandidates(sources: EndpointSources): EngineSearch {
  const { candidates, refused, isNamed } = findEndpoints(sources);
  const search = { refused, candidates: candidates.map(dockerAt) };
  return isNamed ? search : { ...search, others: () => findOthers(sources).map(dockerAt) };
}

/** A place where an engine that speaks Docker's API may be. */
export function dockerAt(endpoint: Endpoint): Candidate {
  return {
    url: endpoint.url,
    first: statusBefore(endpoint),
    socket: () => socketIdentity(endpoint),
    open: (wishes) => new DockerEngine(endpoint, wishes),
  };
}
