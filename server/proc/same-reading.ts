import { NAMESPACE_TYPES } from '@lib/model/namespace-type';
import type { ProcessReading } from '@lib/proc/reading';

/**
 * Do two readings tell the same in a snapshot? Memory, CPU time and state change all the time and
 * are not part of it, except whether the process is a zombie.
 */
export function sameReading(a: ProcessReading, b: ProcessReading): boolean {
  return (
    a.pid === b.pid &&
    a.startTicks === b.startTicks &&
    a.ppid === b.ppid &&
    a.comm === b.comm &&
    a.threads === b.threads &&
    a.kernelThread === b.kernelThread &&
    a.argsTruncated === b.argsTruncated &&
    a.uid === b.uid &&
    a.gid === b.gid &&
    a.cgroup === b.cgroup &&
    isZombie(a) === isZombie(b) &&
    sameList(a.args, b.args) &&
    sameList(a.nsPids, b.nsPids) &&
    sameNamespaces(a, b) &&
    sameEntries(a.unreadable, b.unreadable)
  );
}

export function sameNamespaces(a: ProcessReading, b: ProcessReading): boolean {
  return NAMESPACE_TYPES.every((type) => a.namespaces[type] === b.namespaces[type]);
}

export function isZombie(reading: ProcessReading): boolean {
  return reading.state === 'Z' || reading.state === 'X';
}

function sameList<T>(a: readonly T[] | null, b: readonly T[] | null): boolean {
  if (a === null || b === null) return a === b;
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

function sameEntries(a: Record<string, string>, b: Record<string, string>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
