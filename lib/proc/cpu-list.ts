/*
 * A list of processors: /sys/devices/system/cpu/online, sysfs-devices-system-cpu; cpuset(7), "List format"
 * 0-3,8
 */
import { ProcParseError } from './parse-error';

const RANGE = /^(\d{1,6})(?:-(\d{1,6}))?$/;

/** How many there are in it. @throws ProcParseError */
export function parseCpuCount(text: string): number {
  const list = text.trimEnd();
  if (list === '') return 0;
  return list
    .split(',')
    .map((each) => {
      const [, first, last = first] = RANGE.exec(each) ?? [];
      const count = Number(last) - Number(first) + 1;
      if (first === undefined || count < 1) throw new ProcParseError('cpu list', '0-3,8');
      return count;
    })
    .reduce((sum, count) => sum + count, 0);
}
