import type { Told } from '../inside/told';
import { boundOf, parseAmount, parseLimit } from '../proc/cgroup-amount';
import { parseFlatKeyed } from '../proc/flat-keyed';
import { fileOf, named, type Gather } from './gather';
import { strictest } from './limits';
import type { ControllerReading } from './reading';
import { sumOf } from './sum-of';
import type { Use } from './use';

const V1 = {
  used: 'memory.usage_in_bytes',
  limit: 'memory.limit_in_bytes',
  peak: 'memory.max_usage_in_bytes',
  kills: 'memory.oom_control',
  cache: ['total_cache', 'cache'],
};
const V2 = {
  used: 'memory.current',
  limit: 'memory.max',
  peak: 'memory.peak',
  kills: 'memory.events',
  cache: ['file'],
};

/** What it has of memory, of which it may have so much. */
export function memoryOf(told: Told<ControllerReading>, gather: Gather): Use['memory'] {
  const reading = told.value;
  const from = <T>(field: string, read: (reading: ControllerReading) => Told<T>): T | null =>
    gather.take(`memory.${field}`, reading === null ? told : read(reading));
  const files = reading?.version === 'v2' ? V2 : V1;
  const own = <T>(field: string, file: string, parse: (text: string) => T) =>
    from(field, (read) => fileOf(read.own, file, parse));
  return {
    usedBytes: gather.take('memory.usedBytes', bytesUsed(told)),
    ...memoryLimit(told, gather),
    peakBytes: own('peakBytes', files.peak, parseAmount),
    cacheBytes: own('cacheBytes', 'memory.stat', (text) =>
      named(parseFlatKeyed(text), ...files.cache),
    ),
    oomKills: from('oomKills', killsOf),
  };
}

/** v2 has the sum of those in it in its own. */
function killsOf(reading: ControllerReading): Told<number> {
  const kills = (text: string) => named(parseFlatKeyed(text), 'oom_kill');
  return reading.version === 'v2'
    ? fileOf(reading.own, V2.kills, kills)
    : sumOf(reading, V1.kills, kills);
}

/** Bytes that it has now. */
export function bytesUsed(told: Told<ControllerReading>): Told<number> {
  if (told.value === null) return told;
  const { version, own } = told.value;
  return fileOf(own, version === 'v2' ? V2.used : V1.used, parseAmount);
}

/**
 * v1 says in memory.stat what the strictest is, seen from where we are or not; only whose it is has to be
 * found.
 */
export function memoryLimit(
  told: Told<ControllerReading>,
  gather: Gather,
): Pick<Use['memory'], 'limitBytes' | 'limitFrom'> {
  const reading = told.value;
  if (reading === null) {
    return { limitBytes: gather.take('memory.limitBytes', told), limitFrom: null };
  }
  const { limit: file } = reading.version === 'v2' ? V2 : V1;
  const found = strictest(
    reading,
    (group) => fileOf(group, file, parseLimit),
    (limit) => limit,
  );
  const said = fileOf(reading.own, 'memory.stat', (text) =>
    boundOf(named(parseFlatKeyed(text), 'hierarchical_memory_limit')),
  );
  if (reading.version === 'v1' && said.reason === null) {
    const isFound = found.value?.limit === said.value;
    if (!isFound) gather.take('memory.limitFrom', { value: null, reason: 'above-unseen' });
    return {
      limitBytes: said.value,
      limitFrom: isFound ? (found.value?.from?.path ?? null) : null,
    };
  }
  const strict = gather.take('memory.limitBytes', found);
  return { limitBytes: strict?.limit ?? null, limitFrom: strict?.from?.path ?? null };
}
