import type { ViewState } from '@lib/view-state/view-state';
import { UsageError } from '../usage-error';
import { sourceIn, viewStateIn, type From } from './asked';
import { COMMON, common, parse, wrongValue, type CommonConfig, type Context } from './common';

/** `nsview page`: a page to take away. */
export interface PageConfig extends CommonConfig {
  command: 'page';
  output: string;
  from: From;
  /** Of this machine: so many milliseconds of it; null: this moment. */
  lasts: number | null;
  /** What is shown at first. */
  viewState: ViewState;
  /** Null: what it shows gives it one. */
  title: string | null;
  tokenFile: string | null;
}

const PAGE = {
  ...COMMON,
  output: { type: 'string', short: 'o' },
  from: { type: 'string' },
  minutes: { type: 'string' },
  view: { type: 'string' },
  title: { type: 'string' },
  'token-file': { type: 'string' },
} as const;

const LONGEST = 60;
const MINUTE = 60_000;
/** Characters. */
const LONGEST_TITLE = 200;

/** @throws UsageError */
export function readPage(argv: readonly string[], context: Context): PageConfig | { help: string } {
  const { cli } = context.messages;
  const { pageCommand: words } = cli;
  const values = parse(argv, PAGE, cli);
  if (values.help) return { help: cli.usage.page };
  const { output, title = null } = values;
  if (output === undefined || output === '') throw new UsageError(words.outputNeeded);
  if (title !== null && (title === '' || title.length > LONGEST_TITLE)) {
    throw wrongValue(cli, '--title', title, words.titleLength(LONGEST_TITLE));
  }
  const viewState = viewStateIn(values.view ?? '', cli);
  const from = sourceIn(values.from, viewState, cli);
  if (from !== null && values.minutes !== undefined) throw new UsageError(words.minutesOfMachine);
  const tokenFile = values['token-file'] ?? null;
  if (tokenFile !== null && (from === null || !('url' in from))) {
    throw new UsageError(words.tokenOfUrl);
  }
  const lasts = values.minutes === undefined ? null : minutesIn(values.minutes, cli);
  return {
    ...common(values, context),
    ...{ command: 'page', output, from, lasts, viewState, title, tokenFile },
  };
}

/** Milliseconds. */
function minutesIn(text: string, cli: Context['messages']['cli']): number {
  const minutes = /^\d{1,2}(\.\d{1,3})?$/.test(text) ? Number(text) : 0;
  if (minutes > 0 && minutes <= LONGEST) return minutes * MINUTE;
  throw wrongValue(cli, '--minutes', text, cli.pageCommand.minutes(LONGEST));
}
