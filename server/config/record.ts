import { UsageError } from '../usage-error';
import { COMMON, common, parse, wrongValue, type CommonConfig, type Context } from './common';

export interface RecordConfig extends CommonConfig {
  command: 'record';
  output: string;
  /** Milliseconds; null to record until a signal comes. */
  duration: number | null;
  anonymous: boolean;
  /** Write down as well what each namespace isolates. */
  inside: boolean;
  /** What this lesson asks is written down as well, and all that `inside` does: its id, or a file. Null: none. */
  lesson: string | null;
  /** May a file that is there be written over? */
  force: boolean;
}

const RECORD = {
  ...COMMON,
  output: { type: 'string', short: 'o' },
  for: { type: 'string' },
  anonymous: { type: 'boolean', default: false },
  inside: { type: 'boolean', default: false },
  lesson: { type: 'string' },
  force: { type: 'boolean', default: false },
} as const;

/** Seconds: a week. */
const LONGEST_RECORDING = 7 * 24 * 3600;

/** @throws UsageError */
export function readRecord(
  argv: readonly string[],
  context: Context,
): RecordConfig | { help: string } {
  const { cli } = context.messages;
  const values = parse(argv, RECORD, cli);
  if (values.help) return { help: cli.usage.record };
  const { output } = values;
  if (output === undefined || output === '') throw new UsageError(cli.outputNeeded);
  const seconds = values.for === undefined ? null : Number(values.for);
  const given = values.for !== undefined && /^\d+(\.\d+)?$/.test(values.for);
  if (seconds !== null && !(given && seconds > 0 && seconds <= LONGEST_RECORDING)) {
    throw wrongValue(cli, '--for', values.for ?? '', cli.seconds(LONGEST_RECORDING));
  }
  const lesson = values.lesson ?? null;
  if (lesson === '') throw wrongValue(cli, '--lesson', lesson, cli.lessonNamed);
  return {
    command: 'record',
    ...common(values, context),
    output,
    duration: seconds === null ? null : seconds * 1000,
    anonymous: values.anonymous,
    inside: values.inside,
    lesson,
    force: values.force,
  };
}
