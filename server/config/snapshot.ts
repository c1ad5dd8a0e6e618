import { COMMON, common, parse, type CommonConfig, type Context } from './common';

export interface SnapshotConfig extends CommonConfig {
  command: 'snapshot';
}

/** @throws UsageError */
export function readSnapshot(
  argv: readonly string[],
  context: Context,
): SnapshotConfig | { help: string } {
  const { cli } = context.messages;
  const values = parse(argv, COMMON, cli);
  if (values.help) return { help: cli.usage.snapshot };
  return { command: 'snapshot', ...common(values, context) };
}
