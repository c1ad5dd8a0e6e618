import { parse, type Context } from './common';
import { credentialsFile, fleetServers } from './fleet-servers';

export interface FleetListConfig extends Context {
  command: 'fleet-list';
  /** The servers of the fleet, of which any one will do. */
  to: readonly string[];
  /** The file of a hub's credentials. */
  creds: string;
  json: boolean;
}

const LIST = {
  to: { type: 'string' },
  creds: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** @param argv what stands behind `fleet list` @throws UsageError */
export function readFleetList(
  argv: readonly string[],
  context: Context,
): FleetListConfig | { help: string } {
  const { cli } = context.messages;
  const values = parse(argv, LIST, cli);
  if (values.help) return { help: cli.fleetList.usage };
  return {
    command: 'fleet-list',
    ...context,
    to: fleetServers(values.to, context.messages),
    creds: credentialsFile(values.creds, cli.fleetList.credsNeeded),
    json: values.json,
  };
}
