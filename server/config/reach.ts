import { TRANSPORTS, type Transport } from '@lib/reach/packet';
import { UsageError } from '../usage-error';
import { COMMON, common, parseAll, wrongValue, type CommonConfig, type Context } from './common';

export interface ReachConfig extends CommonConfig {
  command: 'reach';
  /** What names a container, `:host` or `:outside`. */
  from: string;
  to: string;
  protocol: Transport;
  /** Null: any. */
  port: number | null;
  json: boolean;
}

const REACH = {
  ...COMMON,
  protocol: { type: 'string', default: 'tcp' },
  port: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** @throws UsageError */
export function readReach(
  argv: readonly string[],
  context: Context,
): ReachConfig | { help: string } {
  const { cli } = context.messages;
  const { values, positionals } = parseAll(argv, REACH, cli, true);
  if (values.help) return { help: cli.usage.reach };
  const [from, to, ...more] = positionals;
  if (from === undefined || to === undefined || more.length > 0) {
    throw new UsageError(cli.endsNeeded);
  }
  const protocol = TRANSPORTS.find((each) => each === values.protocol);
  if (protocol === undefined) {
    throw wrongValue(cli, '--protocol', values.protocol, TRANSPORTS.join(', '));
  }
  const { port = null } = values;
  if (port !== null && !(/^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) < 65_536)) {
    throw wrongValue(cli, '--port', port, cli.portNumber);
  }
  return {
    command: 'reach',
    ...common(values, context),
    ...{ from, to, protocol, json: values.json },
    port: port === null ? null : Number(port),
  };
}
