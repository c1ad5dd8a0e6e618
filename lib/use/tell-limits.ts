import type { Unreadable } from '../model/unreadable';
import { Gather } from './gather';
import { memoryLimit } from './memory';
import { pidsLimit } from './pids';
import type { LimitsReading } from './reading';
import type { Use } from './use';

/** What limits the memory and the tasks of a container, and which cgroup it is that does. */
export interface Limits {
  memory: Pick<Use['memory'], 'limitBytes' | 'limitFrom'>;
  pids: Pick<Use['pids'], 'limit' | 'limitFrom'>;
  unreadable: Unreadable;
}

/** Of what its cgroups say; each field as `tellUse` tells it. */
export function tellLimits({ memory, pids }: LimitsReading): Limits {
  const gather = new Gather();
  return {
    memory: memoryLimit(memory, gather),
    pids: pidsLimit(pids, gather),
    unreadable: gather.unreadable,
  };
}
