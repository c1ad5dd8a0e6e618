/*
 * Files of a cgroup that are one number: memory.current, memory.usage_in_bytes, pids.current, cpuacct.usage,
 * and those that are a limit: memory.max, memory.limit_in_bytes, pids.max; cgroup-v2.rst, memory.rst (v1)
 * 67108864
 */
import { ProcParseError } from './parse-error';

const AMOUNT = /^\d{1,20}$/;
/**
 * What v1 has for no limit: the largest number of whole pages that a long can count, so less than 2^63 by a
 * page, the largest of which have 64 KiB.
 */
const NO_LIMIT = 2 ** 63 - 2 ** 16;

/** @throws ProcParseError */
export function parseAmount(text: string): number {
  const digits = text.trimEnd();
  if (!AMOUNT.test(digits)) throw new ProcParseError('cgroup', 'a number');
  return Number(digits);
}

/** Null: there is no limit, `max`. @throws ProcParseError */
export function parseLimit(text: string): number | null {
  if (text.trimEnd() === 'max') return null;
  return boundOf(parseAmount(text));
}

/** A limit of v1 in a file with others, as memory.stat has one; null: there is none. */
export function boundOf(limit: number): number | null {
  return limit >= NO_LIMIT ? null : limit;
}
