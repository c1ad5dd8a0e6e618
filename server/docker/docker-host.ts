import type { Address } from '../engine/endpoint';

const DEFAULT_TCP_PORT = 2375;
const TLS_PORT = 2376;

/**
 * The value of DOCKER_HOST, `--docker` or a context's `Host` → an address, or in words why nsview
 * cannot use it. What is taken: `unix:///path`, an absolute path, `tcp://host[:port]`, `http://…`,
 * `host:port`.
 * Source: docker(1), environment variables.
 */
export function parseDockerHost(value: string, defaultSocket: string): Address | { error: string } {
  if (value.startsWith('unix://')) {
    const path = value.slice('unix://'.length);
    if (path === '') return { kind: 'unix', path: defaultSocket };
    return path.startsWith('/') ? { kind: 'unix', path } : { error: 'not an absolute path' };
  }
  if (value.startsWith('/')) return { kind: 'unix', path: value };
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(value)?.[1]?.toLowerCase() ?? 'tcp';
  if (scheme === 'https') return { error: 'TLS is not supported' };
  if (scheme !== 'tcp' && scheme !== 'http') return { error: `${scheme}:// is not supported` };
  return parseTcp(value.replace(/^[a-z]+:\/\//i, ''));
}

function parseTcp(authority: string): Address | { error: string } {
  const url = URL.canParse(`http://${authority}`) ? new URL(`http://${authority}`) : null;
  if (
    url === null ||
    [url.username, url.password, url.search, url.hash].some((each) => each !== '')
  )
    return { error: 'not an address' };
  if (url.pathname !== '/') return { error: 'a path is not supported' };
  // The URL parser swallows a scheme's own port, which of http is 80: another scheme has it.
  const told = url.port === '' ? new URL(`https://${authority}`).port : url.port;
  const port = told === '' ? DEFAULT_TCP_PORT : Number(told);
  if (port === 0) return { error: 'nobody listens at port 0' };
  if (port === TLS_PORT) return { error: 'TLS is not supported' };
  return { kind: 'tcp', host: url.hostname.replace(/^\[|\]$/g, ''), port };
}

/** The address as the docker command writes it. */
export function addressUrl(address: Address): string {
  if (address.kind === 'unix') return `unix://${address.path}`;
  const host = address.host.includes(':') ? `[${address.host}]` : address.host;
  return `tcp://${host}:${address.port}`;
}
