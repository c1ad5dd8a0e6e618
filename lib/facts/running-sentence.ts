import type { Messages } from '../i18n/messages';
import type { Summary } from './summary';

/** How many containers run. That none does is only said where every engine has told. */
export function runningSentence(
  { running, stopped, complete }: Pick<Summary, 'running' | 'stopped' | 'complete'>,
  { summary }: Pick<Messages, 'summary'>,
): string {
  if (running > 0) return summary.running(running, stopped);
  return complete ? summary.noneRuns(stopped) : summary.unknownRuns;
}
