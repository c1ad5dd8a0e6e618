import type { Standing } from '../../sharing/comparison';
import type { NamespaceType } from '../../model/namespace-type';

type Follows = (first: string, second: string) => string;

const standings: Record<Standing, string> = {
  same: 'the same',
  different: 'different',
  'first inside': 'different, nested',
  'second inside': 'different, nested',
  unknown: 'unknown',
  none: 'no process',
  absent: 'no such type',
};

/** What follows from being in the same namespace. */
const same: Record<NamespaceType, Follows> = {
  pid: (a, b) =>
    `${a} and ${b} see each other’s processes, and can signal them where their users may.`,
  net: (a, b) =>
    `${a} and ${b} have the same addresses and reach each other at 127.0.0.1; both cannot listen at one port.`,
  mnt: (a, b) => `${a} and ${b} see the same files and mounts.`,
  user: (a, b) => `A user id means the same in ${a} as in ${b}: root in one is root in the other.`,
  ipc: (a, b) => `${a} and ${b} can share memory segments, semaphores and message queues.`,
  uts: (a, b) => `${a} and ${b} have the same host name; when one changes it, it changes for both.`,
  cgroup: (a, b) => `${a} and ${b} see the same root of the cgroup tree.`,
  time: (a, b) => `The monotonic and boot clocks of ${a} and ${b} show the same.`,
};

const different: Record<NamespaceType, Follows> = {
  pid: (a, b) => `Neither ${a} nor ${b} sees the other’s processes; both can have a PID 1.`,
  net: (a, b) =>
    `${a} and ${b} have devices, addresses and ports of their own; 127.0.0.1 is another in each.`,
  mnt: (a, b) => `${a} and ${b} each have a root filesystem and mounts of their own.`,
  user: (a, b) => `A user id in ${a} can stand for another user than the same id in ${b}.`,
  ipc: (a, b) => `${a} and ${b} share no memory segments, semaphores or message queues.`,
  uts: (a, b) => `${a} and ${b} can have different host names.`,
  cgroup: (a, b) => `${a} and ${b} each see their own cgroup as the root of the tree.`,
  time: (a, b) => `The monotonic and boot clocks of ${a} and ${b} can show different times.`,
};

/** What follows when `inner` lies inside `outer`. */
const inside: Record<'pid' | 'user', (inner: string, outer: string) => string> = {
  pid: (inner, outer) => `${outer} sees the processes of ${inner}, but not the other way round.`,
  user: (inner, outer) =>
    `The ids of ${inner} are mapped into the namespace of ${outer}: root in ${inner} need not be root in ${outer}.`,
};

/** Two containers side by side. */
export const comparison = {
  heading: (first: string, second: string) => `${first} and ${second}`,
  lead: (same: number, all: number) => `In ${same} of ${all} types they are in the same namespace.`,
  table: 'Type by type',
  standings,
  follows: { same, different, inside },
  unknown: (type: string) => `Whether they share the ${type} namespace is not known.`,
  none: 'One of them has no process now.',
  absent: (type: string) =>
    `This kernel has no ${type} namespaces: what they would isolate is the same for both.`,
  follow: 'What follows',
  processes: 'Their processes side by side',
  withWhom: 'Compare with…',
  how: 'Shift-click another container, or press Shift-Enter on it, to compare the two.',
};
