import { hostname } from 'node:os';
import { parseStat } from '@lib/proc/stat';
import { errnoOf, meansGone, ProcRoot } from './read';

/** A process among all that ever were on a machine. */
export interface OwnProcess {
  bootId: string;
  /** As the kernel writes it: `pid:[4026531836]`. */
  pidNamespace: string;
  pid: number;
  /** When it began: clock ticks after boot. */
  startTicks: string;
}

const PROC = '/proc';

/**
 * The process that asks. Where there is no /proc, as on macOS, its PID and when it began are all
 * there is.
 */
export function ownProcess(root = PROC): OwnProcess {
  const proc = new ProcRoot(root);
  try {
    return {
      bootId: proc.file('sys/kernel/random/boot_id').toString().trim(),
      pidNamespace: proc.link('self/ns/pid'),
      pid: process.pid,
      startTicks: parseStat(proc.file('self/stat')).startTicks,
    };
  } catch (error) {
    if (!meansGone(errnoOf(error))) throw error;
    const startTicks = String(Math.round(performance.timeOrigin));
    return { bootId: hostname(), pidNamespace: '', pid: process.pid, startTicks };
  }
}

/**
 * Can the process with this PID still be the one that began then? Yes also where it is kept from us
 * (hidepid): kill(2) tells of any process whether it exists.
 */
export function mayLive(pid: number, startTicks: string): boolean {
  const proc = new ProcRoot(PROC);
  try {
    return parseStat(proc.file(`${String(pid)}/stat`)).startTicks === startTicks;
  } catch (error) {
    if (!meansGone(errnoOf(error))) return true;
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errnoOf(error) !== 'ESRCH';
  }
}
