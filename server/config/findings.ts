import { SEVERITIES, type Severity } from '@lib/findings/finding';
import { DOCUMENT_FORMATS } from '@lib/report/document-format';
import { COMMON, common, parse, wrongValue, type CommonConfig, type Context } from './common';

const FINDINGS_FORMATS = ['table', ...DOCUMENT_FORMATS] as const;
type FindingsFormat = (typeof FINDINGS_FORMATS)[number];

export interface FindingsConfig extends CommonConfig {
  command: 'findings';
  /** What names a container; null: all that run. */
  container: string | null;
  format: FindingsFormat;
  /** Of this severity or a worse one none may be found; null: whatever is found is no failure. */
  failOn: Severity | null;
}

const FINDINGS = {
  ...COMMON,
  container: { type: 'string' },
  format: { type: 'string', default: 'table' },
  'fail-on': { type: 'string' },
} as const;

/** @throws UsageError */
export function readFindings(
  argv: readonly string[],
  context: Context,
): FindingsConfig | { help: string } {
  const { cli } = context.messages;
  const values = parse(argv, FINDINGS, cli);
  if (values.help) return { help: cli.usage.findings };
  const { container = null, 'fail-on': wished = null } = values;
  const format = FINDINGS_FORMATS.find((each) => each === values.format);
  if (format === undefined) {
    throw wrongValue(cli, '--format', values.format, FINDINGS_FORMATS.join(', '));
  }
  const failOn = SEVERITIES.find((each) => each === wished) ?? null;
  if (wished !== null && failOn === null) {
    throw wrongValue(cli, '--fail-on', wished, SEVERITIES.join(', '));
  }
  return { command: 'findings', ...common(values, context), container, format, failOn };
}
