import { UsageError } from '../usage-error';
import { COMMON, common, parseAll, wrongValue, type CommonConfig, type Context } from './common';

export interface AskConfig extends CommonConfig {
  command: 'ask';
  /** Of the question. */
  name: string;
  fields: (readonly [field: string, text: string])[];
  json: boolean;
}

const ASK = { ...COMMON, json: { type: 'boolean', default: false } } as const;

/** @throws UsageError */
export function readAsk(argv: readonly string[], context: Context): AskConfig | { help: string } {
  const { cli } = context.messages;
  const { values, positionals } = parseAll(argv, ASK, cli, true);
  if (values.help) return { help: cli.usage.ask };
  const [name, ...given] = positionals;
  if (name === undefined) throw new UsageError(cli.questionNeeded);
  const fields = given.map((text) => {
    const [, field = '', value = ''] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
    if (field === '') throw wrongValue(cli, name, text, cli.fieldAndValue);
    return [field, value] as const;
  });
  return { command: 'ask', ...common(values, context), name, fields, json: values.json };
}
