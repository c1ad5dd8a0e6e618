/*
 * /proc/PID/net/dev, proc_pid_net(5): two lines of headings, then a device each. A name has neither
 * blanks nor a colon (dev_valid_name of net/core/dev.c), but anything else.
 *   eth0:     656       8    0    0    0     0          0         0        0       0    0
 */
import { ProcParseError } from './parse-error';

/** A network device, and what has come in by it since it was made. */
export interface NetDev {
  name: string;
  receivedBytes: number;
  receivedPackets: number;
}

/** @returns the network devices, in the kernel's order */
export function parseNetDev(text: string): NetDev[] {
  const [first = '', second = '', ...lines] = text.split('\n');
  if (!first.startsWith('Inter-|') || !second.startsWith(' face |')) {
    throw new ProcParseError('net/dev', 'its headings');
  }
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [, name, bytes, packets] = /^ *([^ ]+?): *(\d+) +(\d+)/.exec(line) ?? [];
      if (name === undefined) throw new ProcParseError('net/dev', 'a device');
      return { name, receivedBytes: Number(bytes), receivedPackets: Number(packets) };
    });
}
