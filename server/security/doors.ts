import type { IncomingMessage } from 'node:http';
import { networkInterfaces } from 'node:os';

type Asked = Pick<IncomingMessage, 'headers'>;

/**
 * The exact names under which this server may be asked for, `host:port` each: a page of another
 * name whose DNS was pointed here (DNS rebinding) finds no entry.
 */
export function allowedHosts(bound: string, port: number, extra: readonly string[]): Set<string> {
  const names = ['127.0.0.1', 'localhost', '[::1]', bracketed(bound)];
  if (bound === '0.0.0.0' || bound === '::') {
    for (const address of Object.values(networkInterfaces()).flatMap((each) => each ?? [])) {
      names.push(bracketed(address.address));
    }
  }
  // Browsers leave the port out of Host and Origin when it is the scheme's own.
  const own = names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
  return new Set([...own, ...extra].map((name) => name.toLowerCase()));
}

export function isAllowedHost({ headers }: Asked, allowed: ReadonlySet<string>): boolean {
  return headers.host !== undefined && allowed.has(headers.host.toLowerCase());
}

/**
 * Is the page that asks one of ours? Origin must be exactly `http://` and the Host asked for.
 * `null` and any other is refused; none at all is left to command-line clients that show the token.
 */
export function isAllowedOrigin(
  { headers }: Asked,
  allowed: ReadonlySet<string>,
  hasToken: boolean,
): boolean {
  const { origin } = headers;
  if (origin === undefined) return hasToken;
  const host = headers.host?.toLowerCase();
  return host !== undefined && allowed.has(host) && origin.toLowerCase() === `http://${host}`;
}

/** An address as it stands in a URL. */
export function bracketed(address: string): string {
  return address.includes(':') ? `[${address}]` : address;
}
