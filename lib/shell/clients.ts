/** Where containerd's command line looks when it is told nothing. */
const CONTAINERD_DEFAULT = 'unix:///run/containerd/containerd.sock';

/** Sockets that only root reaches: that of root's Podman, and what is reached through the root of another process. */
const OF_ROOT = [/^unix:\/\/(\/var)?\/run\/podman\//, /^unix:\/\/\/proc\/\d+\/root\//];

/** Podman's command: with root's rights where it is root's, for everybody has containers of their own. */
export function podmanAt(endpoint: string): string[] {
  return OF_ROOT.some((socket) => socket.test(endpoint)) ? ['sudo', 'podman'] : ['podman'];
}

/** The command line that comes with each containerd. @param within its namespace; its own default where none is told */
export function ctrAt(endpoint: string, within?: string): string[] {
  const path = endpoint.replace(/^unix:\/\//, '');
  const address = endpoint === CONTAINERD_DEFAULT ? [] : ['--address', path];
  return ['sudo', 'ctr', ...address, ...(within === undefined ? [] : ['--namespace', within])];
}
