import { UsageError } from '../usage-error';
import type { CommonConfig, Context } from './common';

/** What `nsview figure FILE` is told. */
export interface FiguresConfig extends CommonConfig {
  command: 'figure';
  action: 'draw' | 'check' | 'watch';
  /** The file of figures. */
  file: string;
  /** These figures of it alone; empty: all. */
  only: string[];
  /** May figures show what is there now? */
  live: boolean;
}

/** What is said of one figure on the command line, and in a file of figures in there. */
const OF_ONE = ['from', 'view', 'at', 'size', 'theme', 'lang', 'text', 'scale', 'token-file'];

interface Given {
  file: string;
  more: readonly string[];
  values: Readonly<Record<string, unknown>>;
  only: string[];
  check: boolean;
  watch: boolean;
  live: boolean;
}

/** @throws UsageError */
export function readFigures(
  { file, more, values, only, check, watch, live }: Given,
  common: CommonConfig,
  { messages: { cli } }: Context,
): FiguresConfig {
  const { figureCommand: words } = cli;
  if (more.length > 0) throw new UsageError(words.oneFile);
  const ofOne = OF_ONE.find((name) => values[name] !== undefined);
  if (ofOne !== undefined) throw new UsageError(words.saidInFile(`--${ofOne}`));
  if (check && (watch || live)) {
    throw new UsageError(words.checkAlone(watch ? '--watch' : '--live'));
  }
  const action = check ? 'check' : watch ? 'watch' : 'draw';
  return { ...common, command: 'figure', action, file, only, live };
}
