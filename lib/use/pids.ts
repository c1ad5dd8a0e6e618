import type { Told } from '../inside/told';
import { parseAmount, parseLimit } from '../proc/cgroup-amount';
import { parseFlatKeyed } from '../proc/flat-keyed';
import { THREADS } from './files';
import { fileOf, named, type Gather } from './gather';
import { strictest } from './limits';
import type { ControllerReading } from './reading';
import { sumOf } from './sum-of';
import type { Use } from './use';

/** How many tasks it has, of which it may have so many. */
export function pidsOf(told: Told<ControllerReading>, gather: Gather): Use['pids'] {
  const reading = told.value;
  const from = <T>(field: string, read: (reading: ControllerReading) => Told<T>): T | null =>
    gather.take(`pids.${field}`, reading === null ? told : read(reading));
  const strict = from('limit', (read) =>
    strictest(
      read,
      (group) => fileOf(group, 'pids.max', parseLimit),
      (limit) => limit,
    ),
  );
  return {
    current: gather.take('pids.current', tasksOf(told)),
    threads: from('threads', threadsOf),
    limit: strict?.limit ?? null,
    limitFrom: strict?.from?.path ?? null,
    refused: from('refused', (read) =>
      sumOf(read, 'pids.events', (text) => named(parseFlatKeyed(text), 'max')),
    ),
  };
}

/** Tasks that it has now. */
export function tasksOf(told: Told<ControllerReading>): Told<number> {
  return told.value === null ? told : fileOf(told.value.own, 'pids.current', parseAmount);
}

/** Of its own and of those in it: neither version has the sum. */
function threadsOf(reading: ControllerReading): Told<number> {
  return sumOf({ ...reading, version: 'v1' }, THREADS[reading.version], linesIn);
}

function linesIn(text: string): number {
  return text.split('\n').filter((line) => line !== '').length;
}
