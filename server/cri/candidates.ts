import { firstStatus } from '../engine/first-status';
import type { Candidate } from '../engine/search';
import { socketIdentity } from '../engine/socket-identity';
import type { SocketEndpoint } from '../grpc/grpc-engine';
import { CriEngine } from './cri-engine';

/** How the URL of one begins, which `--engine` takes. */
export const CRI_URL = 'cri://';

/** Where CRI-O listens by itself. */
const USUAL = '/run/crio/crio.sock';

/** The places where a CRI-O may be. @param named as `--engine` names them; null: where it usually is */
export function criCandidates(named: readonly string[] | null): Candidate[] {
  const paths = named?.map((url) => url.slice(CRI_URL.length)) ?? [USUAL];
  return paths.map((path) => {
    const from = named === null ? 'cri-o' : 'option';
    return criAt({ kind: 'unix', path, url: `unix://${path}`, from });
  });
}

/** A place where a CRI-O may be. */
export function criAt(endpoint: SocketEndpoint): Candidate {
  return {
    url: endpoint.url,
    first: firstStatus('cri-o', endpoint.url),
    socket: () => socketIdentity(endpoint),
    open: (wishes) => new CriEngine(endpoint, wishes),
  };
}
