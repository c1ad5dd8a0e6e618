/** A socket of this machine. */
export interface UnixAddress {
  kind: 'unix';
  path: string;
  /** The folder that is `/` for the path: the root of a process, which others say what is in. Left out: our own. */
  root?: string;
}

/** Where an engine listens. */
export type Address = UnixAddress | { kind: 'tcp'; host: string; port: number };

/** Which rule named an endpoint. The first four bind: with one of them nothing else is tried. */
export type EndpointRule =
  | 'option'
  | 'DOCKER_HOST'
  | 'DOCKER_CONTEXT'
  | 'currentContext'
  | 'default'
  | 'rootless docker'
  | 'rootless podman'
  | 'podman'
  | 'containerd'
  | 'cri-o'
  | 'process';

/** Those by which the docker command goes as well: a person need not tell it where the engine is. */
export const BY_ENVIRONMENT: readonly EndpointRule[] = [
  'DOCKER_HOST',
  'DOCKER_CONTEXT',
  'currentContext',
];

export type Endpoint = Address & {
  /** As a person reads it: `unix:///run/docker.sock`. */
  url: string;
  from: EndpointRule;
};
