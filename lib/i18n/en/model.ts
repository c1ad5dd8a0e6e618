import type { NamespaceType } from '../../model/namespace-type';
import type { ContainerState } from '../../model/container';
import type { AttemptProblem } from '../../model/host';
import type { SaidSharing } from '../../sharing/said';
import { typeNames } from './type-names';

const sharing: Record<SaidSharing, string> = {
  own: 'own',
  shared: 'shared',
  host: "host's",
  engine: "engine's",
  unknown: 'unknown',
  none: 'none',
  absent: 'no such type',
};

/** What one namespace of the type gives its members a view of their own of. */
const isolates: Record<NamespaceType, string> = {
  pid: 'processes and their numbers',
  net: 'network devices, addresses, ports and routes',
  mnt: 'mounts and the root filesystem',
  user: 'user and group ids',
  ipc: 'shared memory, semaphores and message queues',
  uts: 'host name',
  cgroup: 'the root of the cgroup tree',
  time: 'boot-time and monotonic clocks',
};

const states: Record<ContainerState, string> = {
  created: 'created',
  running: 'running',
  paused: 'paused',
  restarting: 'restarting',
  removing: 'being removed',
  exited: 'exited',
  dead: 'dead',
};

const problems: Record<AttemptProblem, string> = {
  absent: 'nobody answers there',
  denied: 'permission denied',
  hanging: 'no answer in time',
  protocol: 'what answers is not Docker',
  http: 'it answered with an error',
  unsupported: 'nsview cannot use it',
  empty: 'containerd answers, without containers',
};

export const model = {
  typeNames,
  sharing,
  isolates,
  states,
  stateUnknown: 'state unknown',
  attempt: (url: string, problem: AttemptProblem, reason: string): string =>
    `${url}: ${problems[problem]}${problem === 'empty' ? '' : `: ${reason}`}`,
  host: 'host',
  /** Of so many that one thing stands for them all. */
  stoppedCount: (n: number) => `${n} stopped containers`,
  processCount: (n: number) => `${n} ${n === 1 ? 'process' : 'processes'}`,
  containerCount: (n: number) => `${n} ${n === 1 ? 'container' : 'containers'}`,
  list: (items: string[]) => items.join(', '),
};
