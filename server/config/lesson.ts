import { LANGUAGES, type Language } from '@lib/model/language';
import { printable } from '@lib/table/printable';
import { UsageError } from '../usage-error';
import { COMMON, parseAll, wrongValue, type CommonConfig, type Context } from './common';

/** Reads files alone: nothing of this machine. */
type Told = Pick<CommonConfig, 'language' | 'messages'> & { command: 'lesson' };

export type LessonConfig = Told &
  (
    | { action: 'list'; json: boolean }
    | { action: 'check'; files: string[] }
    | {
        action: 'print';
        /** The id of a lesson that comes with nsview, or a file. */
        lesson: string;
        /** What it is printed in. */
        printed: Language;
        /** Null: the standard output. */
        output: string | null;
      }
  );

const LESSON = {
  help: COMMON.help,
  json: { type: 'boolean', default: false },
  lang: { type: 'string' },
  output: { type: 'string', short: 'o' },
} as const;

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
  if (action === 'print') {
    const [lesson] = rest;
    if (lesson === undefined || rest.length > 1 || values.json) {
      throw new UsageError(cli.lessonNeeded);
    }
    const given = values.lang ?? language;
    const printed = LANGUAGES.find((each) => each === given);
    if (printed === undefined) throw wrongValue(cli, '--lang', given, LANGUAGES.join(', '));
    if (values.output === '') throw wrongValue(cli, '--output', '', cli.outputPath);
    return { ...told, action, lesson, printed, output: values.output ?? null };
  }
  if (values.lang !== undefined || values.output !== undefined) {
    throw new UsageError(cli.onlyForPrint);
  }
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
