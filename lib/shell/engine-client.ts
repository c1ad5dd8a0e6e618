import type { Container } from '../model/container';
import type { Engine } from '../model/host';

/** Where the clients of the engines look when they are told nothing. */
const DEFAULT_ENDPOINT = /^unix:\/\/(\/var)?\/run\/docker\.sock$/;
const CONTAINERD_DEFAULT = 'unix:///run/containerd/containerd.sock';
const CRIO_DEFAULT = 'unix:///run/crio/crio.sock';

/**
 * The engine's own client, asked for this engine. Of containerd's that is the one which takes Docker's words, of
 * CRI-O's that of Kubernetes, which takes the most usual ones.
 *
 * @param within containerd's namespace; all of them where none is told
 */
export function clientOf(
  { kind, endpoint, byEnvironment }: Engine,
  within?: Container['within'],
): string[] {
  switch (kind) {
    case 'podman':
      return ['podman', '--url', endpoint];
    case 'containerd': {
      const address = endpoint === CONTAINERD_DEFAULT ? [] : ['--address', endpoint];
      return [
        'sudo',
        'nerdctl',
        ...address,
        ...(within === undefined ? [] : ['--namespace', within]),
      ];
    }
    case 'cri-o': {
      const address = endpoint === CRIO_DEFAULT ? [] : ['--runtime-endpoint', endpoint];
      return ['sudo', 'crictl', ...address];
    }
    case 'docker':
      return DEFAULT_ENDPOINT.test(endpoint) || byEnvironment === true
        ? ['docker']
        : ['docker', '-H', endpoint];
  }
}
