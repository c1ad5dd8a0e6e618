import { UsageError } from '../usage-error';
import { COMMON, common, parseAll, type CommonConfig, type Context } from './common';

export interface UseConfig extends CommonConfig {
  command: 'use';
  /** What names a container. */
  container: string;
  json: boolean;
}

const USE = { ...COMMON, json: { type: 'boolean', default: false } } as const;

/** @throws UsageError */
export function readUse(argv: readonly string[], context: Context): UseConfig | { help: string } {
  const { cli } = context.messages;
  const { values, positionals } = parseAll(argv, USE, cli, true);
  if (values.help) return { help: cli.usage.use };
  const [container, ...more] = positionals;
  if (container === undefined || more.length > 0) throw new UsageError(cli.containerNeeded);
  return { command: 'use', ...common(values, context), container, json: values.json };
}
