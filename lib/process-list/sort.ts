import { commandOf } from '../model/command';
import { usageOf, type UsageTable } from '../select/usage';
import type { SeenProcess } from '../select/vantage';
import type { Column, Sort } from '../view-state/process-columns';

type Key = number | string | null;

/**
 * Processes in the order of a column. What is not known comes last whichever way it is sorted; equals
 * go by their PID at the vantage, so that the order depends on nothing else.
 */
export function sorted(
  seen: readonly SeenProcess[],
  { column, descending }: Sort,
  usage: UsageTable,
): SeenProcess[] {
  const sign = descending ? -1 : 1;
  return seen
    .map((each) => ({ each, key: keyOf(each, column, usage) }))
    .sort((a, b) => byKey(a.key, b.key, sign) || a.each.pid - b.each.pid)
    .map(({ each }) => each);
}

function byKey(a: Key, b: Key, sign: number): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -sign : sign;
}

function keyOf({ process, pid, uid }: SeenProcess, column: Column, usage: UsageTable): Key {
  switch (column) {
    case 'pid':
      return pid;
    case 'host-pid':
      return process.pid;
    case 'user':
      return uid;
    case 'host-user':
      return process.uid;
    case 'state':
      return usageOf(usage, process)?.state ?? null;
    case 'cpu':
      return usageOf(usage, process)?.cpu ?? null;
    case 'memory':
      return usageOf(usage, process)?.rssBytes ?? null;
    case 'start':
      return process.startedAt === null ? null : Date.parse(process.startedAt);
    case 'command':
      return commandOf(process).toLowerCase();
  }
}
