/*
 * /proc/PID/limits, proc_pid_limits(5): getrlimit(2) as a table, of which two rows have no unit:
 * Limit                     Soft Limit           Hard Limit           Units
 * Max open files            20000                20000                files
 * Max nice priority         0                    0
 */
import { ProcParseError } from './parse-error';

export interface Limit {
  /** As the kernel calls it: `open files`. */
  name: string;
  /** Digits, for it can pass 2^53. */
  soft: string;
  hard: string;
  unit: string | null;
}

const HEADING = /^Limit +Soft Limit +Hard Limit +Units *$/;
const ROW = /^Max ([a-z]+(?: [a-z]+)*) +(\d{1,20}|unlimited) +(\d{1,20}|unlimited) *([a-z]*) *$/;

/** In the kernel's order; what is not limited is `unlimited`. */
export function parseLimits(text: string): Limit[] {
  const [heading = '', ...rows] = text.trimEnd().split('\n');
  if (!HEADING.test(heading)) throw new ProcParseError('limits', 'a heading');
  return rows.map((row) => {
    const [, name, soft, hard, unit = ''] = ROW.exec(row) ?? [];
    if (name === undefined || soft === undefined || hard === undefined) {
      throw new ProcParseError('limits', 'a name and two values');
    }
    return { name, soft, hard, unit: unit === '' ? null : unit };
  });
}
