/*
 * /proc/stat, proc_stat(5):
 * cpu  51 0 42 14 …\n…\nbtime 1795453838\n…
 */
import { ProcParseError } from './parse-error';

/** When the machine was started: seconds since the epoch. */
export function parseBootTime(text: string): number {
  const btime = /(?:^|\n)btime (\d{1,12})(?:\n|$)/.exec(text);
  if (btime === null) throw new ProcParseError('stat', 'a line btime');
  return Number(btime[1]);
}
