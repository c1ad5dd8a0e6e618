import { printable } from '@lib/table/printable';
import { UsageError } from '../usage-error';
import { COMMON, parseAll, type CommonConfig, type Context } from './common';

/** Reads files alone: nothing of this machine. */
type Told = Pick<CommonConfig, 'language' | 'messages'> & { command: 'lesson' };

export type LessonConfig = Told &
  ({ action: 'list'; json: boolean } | { action: 'check'; files: string[] });

const LESSON = { help: COMMON.help, json: { type: 'boolean', default: false } } as const;

/** @throws UsageError */
export function readLesson(
  argv: readonly string[],
  { language, messages }: Context,
): LessonConfig | { help: string } {
  const { cli } = messages;
  const { values, positionals } = parseAll(argv, LESSON, cli, true);
  if (values.help) return { help: cli.usage.lesson };
  const [action = '', ...rest] = positionals;
  const told = { command: 'lesson', language, messages } as const;
  if (action === 'list') {
    if (rest.length > 0) throw new UsageError(cli.wrongLessonAction(printable(rest.join(' '))));
    return { ...told, action, json: values.json };
  }
  if (action === 'check') {
    if (rest.length === 0 || values.json) throw new UsageError(cli.filesNeeded);
    return { ...told, action, files: rest };
  }
  throw new UsageError(cli.wrongLessonAction(printable(action)));
}
