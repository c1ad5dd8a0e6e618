/** Where containerd's command line looks when it is told nothing. */
const CONTAINERD_DEFAULT = 'unix:///run/containerd/containerd.sock';

/** What only root reaches: a socket through the root of another process. */
const THROUGH_ROOT = /^unix:\/\/\/proc\/\d+\/root\//;
/** That of root's Podman. */
const OF_ROOT = /^unix:\/\/(\/var)?\/run\/podman\//;

/** Podman's command: with root's rights where it is root's, for everybody has containers of their own. */
export function podmanAt(endpoint: string): string[] {
  const isOfRoot = OF_ROOT.test(endpoint) || THROUGH_ROOT.test(endpoint);
  return isOfRoot ? ['sudo', 'podman'] : ['podman'];
}

/** Docker's command at another place than where it looks by itself. */
export function dockerAt(endpoint: string): string[] {
  const rights = THROUGH_ROOT.test(endpoint) ? ['sudo'] : [];
  return [...rights, 'docker', '-H', endpoint];
}

/** The command line that comes with each containerd. @param within its namespace; its own default where none is told */
export function ctrAt(endpoint: string, within?: string): string[] {
  const path = endpoint.replace(/^unix:\/\//, '');
  const address = endpoint === CONTAINERD_DEFAULT ? [] : ['--address', path];
  return ['sudo', 'ctr', ...address, ...(within === undefined ? [] : ['--namespace', within])];
}
