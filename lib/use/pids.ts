import type { Told } from '../inside/told';
import { parseAmount, parseLimit } from '../proc/cgroup-amount';
import { parseFlatKeyed } from '../proc/flat-keyed';
import { THREADS } from './files';
import { fileOf, named, NO_FILE, type Gather } from './gather';
import { strictest, type Strictest } from './limits';
import type { ControllerReading, Group } from './reading';
import { sumOf } from './sum-of';
import type { Use } from './use';

/** How many tasks it has, of which it may have so many. */
export function pidsOf(told: Told<ControllerReading>, gather: Gather): Use['pids'] {
  const reading = told.value;
  const from = <T>(field: string, read: (reading: ControllerReading) => Told<T>): T | null =>
    gather.take(`pids.${field}`, reading === null ? told : read(reading));
  return {
    current: gather.take('pids.current', tasksOf(told)),
    threads: from('threads', threadsOf),
    ...pidsLimit(told, gather),
    refused: from('refused', refusedBy),
  };
}

/** How many tasks it may have, and which cgroup says so. */
export function pidsLimit(
  told: Told<ControllerReading>,
  gather: Gather,
): Pick<Use['pids'], 'limit' | 'limitFrom'> {
  const strict = gather.take('pids.limit', told.value === null ? told : limitOf(told.value));
  return { limit: strict?.limit ?? null, limitFrom: strict?.from?.path ?? null };
}

function limitOf(reading: ControllerReading): Told<Strictest<number>> {
  return strictest(
    reading,
    (group) => fileOf(group, 'pids.max', parseLimit),
    (limit) => limit,
  );
}

/**
 * Forks that were refused. Each cgroup counts by itself those that were tried in it; v2 since Linux 6.11, unless
 * it was mounted otherwise, those that met its limit, in `pids.events` with those of all in it. Then others may
 * have met a limit above as well.
 */
function refusedBy(reading: ControllerReading): Told<number> {
  const { own, version, localPidsEvents } = reading;
  const times = (group: Group, file: string) => fileOf(group, file, timesRefused);
  const { reason: noLocal } = times(own, 'pids.events.local');
  if (version === 'v1' || localPidsEvents || noLocal === NO_FILE) {
    return sumOf(reading, 'pids.events', timesRefused);
  }
  // Which of the two ways it counts is not known.
  if (noLocal !== null) return { value: null, reason: noLocal };
  const within = times(own, 'pids.events');
  const strict = limitOf(reading);
  if (within.value === null) return within;
  if (strict.value === null) return strict;
  const { from } = strict.value;
  if (from === null || from === own) return within;
  const above = times(from, 'pids.events.local');
  return above.value === null ? above : { value: within.value + above.value, reason: null };
}

function timesRefused(text: string): number {
  return named(parseFlatKeyed(text), 'max');
}

/** Tasks that it has now. */
export function tasksOf(told: Told<ControllerReading>): Told<number> {
  return told.value === null ? told : fileOf(told.value.own, 'pids.current', parseAmount);
}

/** Of its own and of those in it: neither version has the sum. */
function threadsOf(reading: ControllerReading): Told<number> {
  return sumOf(reading, THREADS[reading.version], linesIn);
}

function linesIn(text: string): number {
  return text.split('\n').filter((line) => line !== '').length;
}
