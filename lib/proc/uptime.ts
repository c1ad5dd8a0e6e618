/*
 * /proc/uptime, proc_uptime(5):
 * 767.54 1445.82
 */
import { ProcParseError } from './parse-error';

/** Seconds since the machine was started; lxcfs tells them of a container, and not always to 0.01. */
export function parseUptime(text: string): number {
  const uptime = /^(\d{1,12}(?:\.\d{1,9})?)(?:[ \n]|$)/.exec(text);
  if (uptime === null) throw new ProcParseError('uptime', 'seconds');
  return Number(uptime[1]);
}
