import type { NamespaceType } from '@lib/model/namespace-type';
import { common, parse, type CommonConfig, type Context } from './common';
import { TYPES_AND_JSON, typesIn } from './types';

export interface LsConfig extends CommonConfig {
  command: 'ls';
  json: boolean;
  types: ReadonlySet<NamespaceType>;
  /** May a terminal be given colours? */
  colours: boolean;
}

/** @throws UsageError */
export function readLs(argv: readonly string[], context: Context): LsConfig | { help: string } {
  const { cli } = context.messages;
  const values = parse(argv, TYPES_AND_JSON, cli);
  if (values.help) return { help: cli.usage.ls };
  const { NO_COLOR, TERM } = context.environment;
  return {
    command: 'ls',
    ...common(values, context),
    json: values.json,
    types: typesIn(values.type, cli),
    // https://no-color.org: set to anything but nothing.
    colours: !NO_COLOR && TERM !== 'dumb',
  };
}
