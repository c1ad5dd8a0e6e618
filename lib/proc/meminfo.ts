/*
 * /proc/meminfo, proc_meminfo(5)
 * MemTotal:        4018140 kB
 */
import { ProcParseError } from './parse-error';

/** What the machine has of memory, in bytes. @throws ProcParseError */
export function parseMemTotal(text: string): number {
  const [, kilobytes] = /^MemTotal: +(\d{1,15}) kB$/m.exec(text) ?? [];
  if (kilobytes === undefined) throw new ProcParseError('meminfo', 'MemTotal');
  return Number(kilobytes) * 1024;
}
