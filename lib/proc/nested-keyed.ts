/*
 * Files of a cgroup with a device and named values in each line, "nested keyed" in cgroup-v2.rst: io.stat,
 * io.max
 * 254:0 rbytes=1459200 wbytes=314773504 rios=192 wios=353 dbytes=0 dios=0
 */
import { ProcParseError } from './parse-error';

const DEVICE = /^(\d{1,10}:\d{1,10})((?: [^ =]+=[^ =]+)*)$/;
const NUMBER = /^\d{1,20}$/;

/**
 * Of each device, as major and minor number, the numbers by name; what is not one (`max`) is left out. A
 * device without any is told all the same.
 *
 * A line of another kind costs itself alone.
 * @throws ProcParseError when there are lines and none is one
 */
export function parseNestedKeyed(text: string): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const devices = new Map<string, ReadonlyMap<string, number>>();
  for (const line of lines) {
    const [, device, values = ''] = DEVICE.exec(line.trimEnd()) ?? [];
    if (device !== undefined) devices.set(device, numbersIn(values));
  }
  if (devices.size === 0 && lines.length > 0) throw new ProcParseError('io.stat', 'major:minor');
  return devices;
}

function numbersIn(values: string): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const each of values.split(' ')) {
    const [name = '', value = ''] = each.split('=');
    if (NUMBER.test(value)) numbers.set(name, Number(value));
  }
  return numbers;
}
