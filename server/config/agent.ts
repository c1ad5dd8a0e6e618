import { COMMON, common, parse, type CommonConfig, type Context } from './common';
import { credentialsFile, fleetServers } from './fleet-servers';

export interface AgentConfig extends CommonConfig {
  command: 'agent';
  /** The servers of the fleet, of which any one will do: `tls://nats.example:4222`. */
  to: readonly string[];
  /** The file of this machine's credentials. */
  creds: string;
}

const AGENT = { ...COMMON, to: { type: 'string' }, creds: { type: 'string' } } as const;

/** @throws UsageError */
export function readAgent(
  argv: readonly string[],
  context: Context,
): AgentConfig | { help: string } {
  const { cli } = context.messages;
  const values = parse(argv, AGENT, cli);
  if (values.help) return { help: cli.usage.agent };
  return {
    command: 'agent',
    ...common(values, context),
    to: fleetServers(values.to, context.messages),
    creds: credentialsFile(values.creds, cli.fleetAgent.credsNeeded),
  };
}
