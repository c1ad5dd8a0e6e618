import type { Container } from '../model/container';
import type { Engine } from '../model/host';
import { ctrAt, dockerAt, podmanAt } from './clients';

/** Where Docker's client looks when it is told nothing. */
const DOCKER_DEFAULT = /^unix:\/\/(\/var)?\/run\/docker\.sock$/;

/** What Kubernetes runs by containerd is in this one of its namespaces. */
const OF_KUBERNETES = 'k8s.io';

/** An engine's own client. */
export interface Client {
  /** Whose words it takes: Docker's, as Podman does; those of Kubernetes' client; those of containerd's own. */
  speaks: 'docker' | 'crictl' | 'ctr';
  /** What its command lines begin with. */
  words: readonly string[];
}

/**
 * The client that most machines have beside the engine, asked for this engine. Where containerd runs for Kubernetes that
 * is `crictl`, as beside CRI-O, else the one that comes with each containerd.
 *
 * @param within containerd's namespace; its own default where none is told
 */
export function clientOf(
  { kind, endpoint, byEnvironment }: Engine,
  within?: Container['within'],
): Client {
  switch (kind) {
    case 'podman':
      return { speaks: 'docker', words: [...podmanAt(endpoint), '--url', endpoint] };
    case 'containerd':
      return within === OF_KUBERNETES
        ? crictlAt(endpoint)
        : { speaks: 'ctr', words: ctrAt(endpoint, within) };
    case 'cri-o':
      return crictlAt(endpoint);
    case 'docker': {
      const isFound = DOCKER_DEFAULT.test(endpoint) || byEnvironment === true;
      return { speaks: 'docker', words: isFound ? ['docker'] : dockerAt(endpoint) };
    }
  }
}

/** By itself it looks at several places in turn, warns of each, and may find another runtime there. */
function crictlAt(endpoint: string): Client {
  return { speaks: 'crictl', words: ['sudo', 'crictl', '--runtime-endpoint', endpoint] };
}
