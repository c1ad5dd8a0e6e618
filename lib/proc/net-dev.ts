/*
 * /proc/PID/net/dev, proc_pid_net(5): two lines of headings, then a device each. A name has neither
 * blanks nor a colon (dev_valid_name of net/core/dev.c), but anything else.
 *   eth0:     656       8    0    0    0     0          0         0        0       0    0
 */
import { ProcParseError } from './parse-error';

/** @returns the names of the network devices, in the kernel's order */
export function parseNetDev(text: string): string[] {
  const [first = '', second = '', ...lines] = text.split('\n');
  if (!first.startsWith('Inter-|') || !second.startsWith(' face |')) {
    throw new ProcParseError('net/dev', 'its headings');
  }
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const name = /^ *([^ ]+?): *\d/.exec(line)?.[1];
      if (name === undefined) throw new ProcParseError('net/dev', 'a device');
      return name;
    });
}
