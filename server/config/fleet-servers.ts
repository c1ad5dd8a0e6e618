import type { CommandMessages } from '@lib/i18n/command-messages';
import { printable } from '@lib/table/printable';
import { isLoopback } from '../security/loopback';
import { UsageError } from '../usage-error';
import { wrongValue } from './common';

/** Where servers of NATS listen, unless they are told another port. */
const PORT = 4222;

const SERVER =
  /^(tls|nats):\/\/(\[[0-9a-f:.]+\]|[0-9a-z](?:[0-9a-z.-]*[0-9a-z])?)(?::(\d{1,5}))?\/?$/i;

/**
 * What `--to` says: the servers of a fleet, of which any one will do, each with its port.
 *
 * @throws UsageError where it is left out or one of them is none
 */
export function fleetServers(
  to: string | undefined,
  { cli }: Pick<CommandMessages, 'cli'>,
): string[] {
  if (to === undefined) throw new UsageError(cli.fleetAgent.toNeeded);
  const servers = to.split(',').map((each) => serverAt(each.trim(), { cli }));
  return [...new Set(servers)];
}

function serverAt(url: string, { cli }: Pick<CommandMessages, 'cli'>): string {
  const [, scheme = '', host = '', port = String(PORT)] = SERVER.exec(url) ?? [];
  const isPort = Number(port) >= 1 && Number(port) <= 65_535;
  if (host === '' || !isPort) throw wrongValue(cli, '--to', url, cli.fleetAgent.serverUrl);
  const isPlain = scheme.toLowerCase() === 'nats';
  if (isPlain && !isLoopback(host.replace(/^\[|\]$/g, ''))) {
    throw new UsageError(cli.fleetAgent.plain(printable(url)));
  }
  return `${scheme.toLowerCase()}://${host}:${Number(port)}`;
}

/** What `--creds` says. @throws UsageError where it is left out */
export function credentialsFile(creds: string | undefined, needed: string): string {
  if (creds === undefined || creds === '') throw new UsageError(needed);
  return creds;
}
