import type { Told } from '../inside/told';
import { parseAmount } from '../proc/cgroup-amount';
import { parseCfsQuota, parseCpuMax, type CpuQuota } from '../proc/cpu-quota';
import { parseFlatKeyed } from '../proc/flat-keyed';
import { fileOf, named, parsed, type Gather } from './gather';
import { strictest } from './limits';
import type { ControllerReading, Group } from './reading';
import type { Use } from './use';

/**
 * What it takes of the processors' time, and of each period at most. How often it was held back is told by the
 * cgroup that has the limit: where that is one above, its own counts nothing.
 *
 * @param time who counts the time: in v1 a controller by itself
 */
export function cpuOf(
  told: Told<ControllerReading>,
  time: Told<ControllerReading>,
  gather: Gather,
): Use['cpu'] {
  const usedMs = gather.take('cpu.usedMs', usedBy(time));
  const reading = told.value;
  const strict = gather.take(
    'cpu.quotaMs',
    reading === null
      ? told
      : strictest(
          reading,
          (group) => quotaOf(reading, group),
          ({ quotaUs, periodUs }) => quotaUs / periodUs,
        ),
  );
  if (strict === null && gather.unreadable['cpu.quotaMs'] !== undefined) {
    gather.unreadable['cpu.periodMs'] = gather.unreadable['cpu.quotaMs'];
  }
  const holder = strict?.from ?? reading?.own;
  const counted = <T>(field: string, read: (numbers: ReadonlyMap<string, number>) => T) =>
    gather.take(
      `cpu.${field}`,
      holder === undefined || told.value === null
        ? { value: null, reason: told.reason ?? '' }
        : fileOf(holder, 'cpu.stat', (text) => read(parseFlatKeyed(text))),
    );
  const limit = strict?.limit ?? null;
  return {
    usedMs,
    quotaMs: limit === null ? null : limit.quotaUs / 1000,
    periodMs: limit === null ? null : limit.periodUs / 1000,
    limitFrom: strict?.from?.path ?? null,
    periods: counted('periods', (numbers) => named(numbers, 'nr_periods')),
    throttledPeriods: counted('throttledPeriods', (numbers) => named(numbers, 'nr_throttled')),
    throttledMs: counted('throttledMs', (numbers) =>
      numbers.has('throttled_usec')
        ? named(numbers, 'throttled_usec') / 1000
        : named(numbers, 'throttled_time') / 1e6,
    ),
  };
}

/** Milliseconds of the processors' time. */
export function usedBy(told: Told<ControllerReading>): Told<number> {
  if (told.value === null) return told;
  const { version, own } = told.value;
  return version === 'v1'
    ? fileOf(own, 'cpuacct.usage', (text) => parseAmount(text) / 1e6)
    : fileOf(own, 'cpu.stat', (text) => named(parseFlatKeyed(text), 'usage_usec') / 1000);
}

function quotaOf({ version }: ControllerReading, group: Group): Told<CpuQuota | null> {
  if (version === 'v2') return fileOf(group, 'cpu.max', parseCpuMax);
  const quota = fileOf(group, 'cpu.cfs_quota_us', (text) => text);
  const period = fileOf(group, 'cpu.cfs_period_us', (text) => text);
  if (quota.value === null) return quota;
  if (period.value === null) return period;
  return parsed(() => parseCfsQuota(quota.value, period.value));
}
