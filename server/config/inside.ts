import { NAMESPACE_TYPES, type NamespaceType } from '@lib/model/namespace-type';
import { UsageError } from '../usage-error';
import { common, parseAll, type CommonConfig, type Context } from './common';
import { TYPES_AND_JSON, typesIn } from './types';

export interface InsideConfig extends CommonConfig {
  command: 'inside';
  /** A namespace's id, or what names a container. */
  of: string;
  /** Of a container's namespaces these alone. */
  types: ReadonlySet<NamespaceType>;
  json: boolean;
}

/** @throws UsageError */
export function readInside(
  argv: readonly string[],
  context: Context,
): InsideConfig | { help: string } {
  const { cli } = context.messages;
  const { values, positionals } = parseAll(argv, TYPES_AND_JSON, cli, true);
  if (values.help) return { help: cli.usage.inside };
  const [of, ...more] = positionals;
  if (of === undefined || more.length > 0) throw new UsageError(cli.namespaceNeeded);
  const types = values.type === undefined ? new Set(NAMESPACE_TYPES) : typesIn(values.type, cli);
  return { command: 'inside', ...common(values, context), of, types, json: values.json };
}
