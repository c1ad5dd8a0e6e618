/** What is told of a process, in the order in which columns stand. `host-…`: as the host counts. */
export const COLUMNS = [
  'pid',
  'host-pid',
  'user',
  'host-user',
  'state',
  'cpu',
  'memory',
  'start',
  'command',
] as const;
export type Column = (typeof COLUMNS)[number];

/** What rows go by. Among equals, and where nothing is known, by the PID at the vantage. */
export interface Sort {
  column: Column;
  descending: boolean;
}

export const BY_PID: Sort = { column: 'pid', descending: false };

/** The columns of what changes all the time: they are known while somebody looks, never recorded. */
export const USAGE_COLUMNS: readonly Column[] = ['state', 'cpu', 'memory'];
