/*
 * Files of a cgroup with a name and a number in each line, "flat keyed" in cgroup-v2.rst: memory.stat,
 * memory.events, memory.oom_control, cpu.stat, pids.events, cgroup.events
 * nr_throttled 28
 */
import { ProcParseError } from './parse-error';

const LINE = /^([^ ]+) (\d{1,20})$/;

/**
 * The numbers by name; what is no line of that kind costs itself alone.
 * @throws ProcParseError when there are lines and none is one
 */
export function parseFlatKeyed(text: string): ReadonlyMap<string, number> {
  const lines = text.split('\n').filter((line) => line !== '');
  const numbers = new Map<string, number>();
  for (const line of lines) {
    const [, name, digits] = LINE.exec(line) ?? [];
    if (name !== undefined) numbers.set(name, Number(digits));
  }
  if (numbers.size === 0 && lines.length > 0) throw new ProcParseError('cgroup', 'name number');
  return numbers;
}
