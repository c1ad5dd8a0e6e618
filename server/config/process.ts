import { parsePid } from '@lib/view-state/process-list-state';
import { UsageError } from '../usage-error';
import { COMMON, common, parseAll, type CommonConfig, type Context } from './common';

export interface ProcessConfig extends CommonConfig {
  command: 'process';
  pid: number;
  json: boolean;
}

const PROCESS = { ...COMMON, json: { type: 'boolean', default: false } } as const;

/** @throws UsageError */
export function readProcess(
  argv: readonly string[],
  context: Context,
): ProcessConfig | { help: string } {
  const { cli } = context.messages;
  const { values, positionals } = parseAll(argv, PROCESS, cli, true);
  if (values.help) return { help: cli.usage.process };
  const [text = '', ...more] = positionals;
  const pid = parsePid(text);
  if (pid === null || more.length > 0) throw new UsageError(cli.pidNeeded);
  return { command: 'process', ...common(values, context), pid, json: values.json };
}
