/** Where an engine listens. */
export type Address = { kind: 'unix'; path: string } | { kind: 'tcp'; host: string; port: number };

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
  | 'containerd';

export type Endpoint = Address & {
  /** As a person reads it: `unix:///run/docker.sock`. */
  url: string;
  from: EndpointRule;
};
