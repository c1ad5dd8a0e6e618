import { LARGEST, LEAST, parseSize, USUAL } from '@lib/figure/figure-size';
import type { Size } from '@lib/layout/geometry';
import { LANGUAGES } from '@lib/model/language';
import { THEMES, type Theme, type ViewState } from '@lib/view-state/view-state';
import { TEXTS, type Text } from '@lib/figure/outlined';
import { UsageError } from '../usage-error';
import { sourceIn, viewStateIn, type From } from './asked';
import { COMMON, common, parseAll, wrongValue, type CommonConfig, type Context } from './common';
import { readFigures, type FiguresConfig } from './figures';

/** One figure, told on the command line. */
export interface OneFigureConfig extends CommonConfig {
  command: 'figure';
  action: 'one';
  from: From;
  viewState: ViewState;
  /** Milliseconds after the start of a recording; null: its end. */
  at: number | null;
  size: Size;
  theme: Theme;
  text: Text;
  /** Null: to standard output, as SVG. */
  output: string | null;
  /** Of a PNG; null: it is SVG. */
  scale: number | null;
  tokenFile: string | null;
}

/** `nsview figure --schema`: what a file of figures can be, for editors. */
interface SchemaConfig extends CommonConfig {
  command: 'figure';
  action: 'schema';
}

export type FigureConfig = OneFigureConfig | FiguresConfig | SchemaConfig;

const FIGURE = {
  ...COMMON,
  from: { type: 'string' },
  view: { type: 'string' },
  at: { type: 'string' },
  size: { type: 'string' },
  theme: { type: 'string' },
  lang: { type: 'string' },
  text: { type: 'string' },
  scale: { type: 'string' },
  output: { type: 'string', short: 'o', multiple: true },
  'token-file': { type: 'string' },
  check: { type: 'boolean', default: false },
  watch: { type: 'boolean', default: false },
  live: { type: 'boolean', default: false },
  schema: { type: 'boolean', default: false },
} as const;

/** What only this machine is read by. */
const OF_THIS_MACHINE = ['docker', 'engine', 'reader', 'no-args', 'may-enter'] as const;

const SCALE = 2;

/** @throws UsageError */
export function readFigure(
  argv: readonly string[],
  context: Context,
): FigureConfig | { help: string } {
  const { cli } = context.messages;
  const { values, positionals } = parseAll(argv, FIGURE, cli, true);
  if (values.help) return { help: cli.usage.figure };
  const { check, watch, live, schema, output = [] } = values;
  if (schema) return { command: 'figure', action: 'schema', ...common(values, context) };
  const [file, ...more] = positionals;
  if (file !== undefined) {
    const given = { file, more, values, only: output, check, watch, live };
    return readFigures(given, common(values, context), context);
  }
  if (check || watch || live) throw new UsageError(cli.figureCommand.fileNeeded);
  if (output.length > 1) throw new UsageError(cli.figureCommand.oneOutput);
  return oneFigure({ ...values, output: output[0] }, common(values, context), context);
}

type Values = Omit<ReturnType<typeof parseAll<typeof FIGURE>>['values'], 'output'> & {
  output: string | undefined;
};

function oneFigure(values: Values, read: CommonConfig, context: Context): OneFigureConfig {
  const { cli } = context.messages;
  const { figureCommand: words } = cli;
  const viewState = viewStateIn(values.view ?? '', cli);
  const from = sourceIn(values.from, viewState, cli);
  const told = OF_THIS_MACHINE.find((name) => values[name] !== undefined && values[name] !== false);
  if (from !== null && told !== undefined) throw new UsageError(words.readsNothing(`--${told}`));
  if (values.at !== undefined && (from === null || 'url' in from)) {
    throw new UsageError(words.momentOfNow);
  }
  if (viewState.past !== null) throw new UsageError(words.noPast);
  if (viewState.from !== null && (from === null || 'url' in from)) {
    throw new UsageError(words.startOfNow);
  }
  const tokenFile = values['token-file'] ?? null;
  if (tokenFile !== null && (from === null || !('url' in from))) {
    throw new UsageError(words.tokenOfUrl);
  }
  const size = values.size === undefined ? USUAL : parseSize(values.size);
  if (size === null) {
    const [least, most] = [LEAST, LARGEST].map(({ width, height }) => `${width}x${height}`);
    throw wrongValue(cli, '--size', values.size ?? '', words.sizeRange(least ?? '', most ?? ''));
  }
  const language = chosen(LANGUAGES, '--lang', values.lang, cli) ?? viewState.language;
  return {
    ...read,
    ...(language === null ? {} : { language }),
    ...{ command: 'figure', action: 'one', from, viewState, size, tokenFile },
    at: values.at === undefined ? viewState.at : millisecondsIn(values.at, cli),
    theme: chosen(THEMES, '--theme', values.theme, cli) ?? viewState.theme ?? 'light',
    text: chosen(TEXTS, '--text', values.text, cli) ?? 'outlines',
    ...outputIn(values.output, values.scale, cli),
  };
}

type Words = Context['messages']['cli'];

function outputIn(
  output: string | undefined,
  scale: string | undefined,
  cli: Words,
): Pick<OneFigureConfig, 'output' | 'scale'> {
  const { fileName, scaleOfPng, scaleRange } = cli.figureCommand;
  const ending = output === undefined ? '.svg' : /\.(svg|png)$/i.exec(output)?.[0].toLowerCase();
  if (ending === undefined) throw wrongValue(cli, '--output', output ?? '', fileName);
  if (ending === '.svg') {
    if (scale !== undefined) throw new UsageError(scaleOfPng);
    return { output: output ?? null, scale: null };
  }
  const pixels = scale === undefined ? SCALE : Number(scale);
  if (!(pixels >= 1 && pixels <= 4)) throw wrongValue(cli, '--scale', scale ?? '', scaleRange);
  return { output: output ?? null, scale: pixels };
}

/** Milliseconds, of seconds that may have a fraction. */
function millisecondsIn(text: string, cli: Words): number {
  if (!/^\d{1,7}(\.\d{1,3})?$/.test(text)) {
    throw wrongValue(cli, '--at', text, cli.figureCommand.second);
  }
  return Math.round(Number(text) * 1000);
}

function chosen<T extends string>(
  allowed: readonly T[],
  option: string,
  given: string | undefined,
  cli: Words,
): T | null {
  if (given === undefined) return null;
  const found = allowed.find((each) => each === given);
  if (found === undefined) throw wrongValue(cli, option, given, allowed.join(', '));
  return found;
}
