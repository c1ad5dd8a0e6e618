/*
 * /proc/PID/uid_map and gid_map, user_namespaces(7): first id inside, first id outside, length
 *          0     231072      65536
 */
import type { IdMapRow } from '../model/namespace';
import { ProcParseError } from './parse-error';

/** The rows of a map, in the kernel's order; none while nothing has been written to it. */
export function parseIdMap(text: string): IdMapRow[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const row = /^ *(\d{1,10}) +(\d{1,10}) +(\d{1,10}) *$/.exec(line);
      if (row === null) throw new ProcParseError('id map', 'inside, outside and length');
      return [Number(row[1]), Number(row[2]), Number(row[3])];
    });
}
