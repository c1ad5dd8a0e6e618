/*
 * How much CPU time a cgroup may take in each period: cpu.max, cgroup-v2.rst; in v1 cpu.cfs_quota_us and
 * cpu.cfs_period_us, sched-bwc.rst
 * 50000 100000
 */
import { ProcParseError } from './parse-error';

/** In microseconds. */
export interface CpuQuota {
  quotaUs: number;
  periodUs: number;
}

const MAX = /^(max|\d{1,18}) ([1-9]\d{0,17})\n?$/;
const QUOTA = /^(-1|\d{1,18})\n?$/;
const PERIOD = /^([1-9]\d{0,17})\n?$/;

/** Of v2. Null: as much as there is. @throws ProcParseError */
export function parseCpuMax(text: string): CpuQuota | null {
  const [, quota, period] = MAX.exec(text) ?? [];
  if (quota === undefined) throw new ProcParseError('cpu.max', 'quota period');
  return quota === 'max' ? null : { quotaUs: Number(quota), periodUs: Number(period) };
}

/** Of v1, its two files. Null: as much as there is. @throws ProcParseError */
export function parseCfsQuota(quota: string, period: string): CpuQuota | null {
  const [, allowed] = QUOTA.exec(quota) ?? [];
  const [, every] = PERIOD.exec(period) ?? [];
  if (allowed === undefined || every === undefined) {
    throw new ProcParseError('cpu.cfs_quota_us', 'microseconds');
  }
  return allowed === '-1' ? null : { quotaUs: Number(allowed), periodUs: Number(every) };
}
