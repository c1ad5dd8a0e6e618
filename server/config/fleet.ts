import { homedir } from 'node:os';
import { isIP } from 'node:net';
import { isAbsolute, join, resolve } from 'node:path';
import { fleetHostSchema } from '@lib/fleet/host-name';
import type { HostId } from '@lib/model/host';
import { printable } from '@lib/table/printable';
import { UsageError } from '../usage-error';
import { COMMON, parseAll, wrongValue, type CommonConfig, type Context } from './common';

/** Makes and changes files alone: nothing of this machine is read. */
type Told = Pick<CommonConfig, 'language' | 'messages'> & {
  command: 'fleet';
  /** Where the fleet's files are: an absolute path. */
  folder: string;
  /** Is that where they are unless somebody says otherwise? */
  usualFolder: boolean;
};

export type FleetInitConfig = Told & {
  action: 'init';
  credentials: 'keys' | 'signing';
  /** Under which names and addresses its server is reached. */
  addresses: string[];
  port: number;
};

export type FleetMembersConfig = Told & { action: 'add' | 'revoke'; hosts: HostId[] };

export type FleetConfig = FleetInitConfig | FleetMembersConfig;

const FLEET = {
  help: COMMON.help,
  folder: { type: 'string' },
  host: { type: 'string', multiple: true },
  port: { type: 'string' },
  signing: { type: 'boolean', default: false },
} as const;

/** Where NATS listens as a rule. */
const PORT = 4222;

/** Letters, digits and hyphens between dots, as DNS has it. */
const NAME = /^(?=.{1,253}$)[a-z\d]([a-z\d-]{0,61}[a-z\d])?(\.[a-z\d]([a-z\d-]{0,61}[a-z\d])?)*$/;

/** @throws UsageError */
export function readFleet(
  argv: readonly string[],
  { environment, language, messages }: Context,
): FleetConfig | { help: string } {
  const { cli } = messages;
  const { fleetCommand: words } = cli;
  const { values, positionals } = parseAll(argv, FLEET, cli, true);
  if (values.help) return { help: cli.usage.fleet };
  const [action = '', ...rest] = positionals;
  if (values.folder === '') throw wrongValue(cli, '--folder', '', words.folderPath);
  const folder = resolve(values.folder ?? usualFolder(environment));
  const usual = values.folder === undefined;
  const told = { command: 'fleet', language, messages, folder, usualFolder: usual } as const;
  if (action === 'init') {
    if (rest.length > 0) throw new UsageError(words.noNames(printable(rest.join(' '))));
    const addresses = [...new Set((values.host ?? []).map((host) => addressIn(host, cli)))];
    if (addresses.length === 0) throw new UsageError(words.hostNeeded);
    const port = values.port === undefined ? PORT : portIn(values.port, cli);
    const credentials = values.signing ? 'signing' : 'keys';
    return { ...told, action, credentials, addresses, port };
  }
  if (action !== 'add' && action !== 'revoke') {
    throw new UsageError(words.wrongAction(printable(action)));
  }
  if (values.host !== undefined || values.port !== undefined || values.signing) {
    throw new UsageError(words.onlyForInit);
  }
  if (rest.length === 0) throw new UsageError(words.namesNeeded(action));
  const wrong = rest.find((name) => !fleetHostSchema.safeParse(name).success);
  if (wrong !== undefined) throw new UsageError(words.wrongName(action, printable(wrong)));
  return { ...told, action, hosts: [...new Set(rest)] };
}

function usualFolder({ XDG_CONFIG_HOME, HOME }: Context['environment']): string {
  // What is not absolute is to be ignored, says the specification.
  const given = XDG_CONFIG_HOME !== undefined && isAbsolute(XDG_CONFIG_HOME);
  return join(given ? XDG_CONFIG_HOME : join(HOME || homedir(), '.config'), 'nsview', 'fleet');
}

/** Of a zone (`fe80::1%eth0`) no certificate has a word. */
function addressIn(given: string, cli: Context['messages']['cli']): string {
  const address = given.toLowerCase();
  const known = isIP(address) === 0 ? NAME.test(address) : !address.includes('%');
  if (!known) throw wrongValue(cli, '--host', given, cli.fleetCommand.address);
  return address;
}

function portIn(given: string, cli: Context['messages']['cli']): number {
  const port = Number(given);
  if (!/^\d{1,5}$/.test(given) || port < 1 || port > 65535) {
    throw wrongValue(cli, '--port', given, cli.fleetCommand.portNumber);
  }
  return port;
}
