import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readUnits } from '../server/proc/host';
import { Scanner } from '../server/proc/incremental';
import { createNsIoctl } from '../server/proc/ns-ioctl';
import { ProcessReader } from '../server/proc/process';
import { ProcRoot } from '../server/proc/read';

/** A scanner of this machine's /proc in this thread. */
export function createScanner(): Scanner {
  const proc = new ProcRoot('/proc');
  return new Scanner(new ProcessReader(proc, readUnits(proc), { args: true }), createNsIoctl());
}

setFlagsFromString('--expose-gc');
/** V8's own, by which memory can be compared before and after. */
export const collectGarbage: () => void = runInNewContext('gc');
