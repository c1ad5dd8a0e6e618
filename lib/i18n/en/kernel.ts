import type { NamespaceType } from '../../model/namespace-type';
import { unknownBecause } from './unknown-because';

const counted = (n: number) => `${n} ${n === 1 ? 'process' : 'processes'}`;

/** What each namespace has its own of, in two or three words. */
const own: Record<NamespaceType, string> = {
  pid: 'process numbers',
  net: 'devices, ports, routes',
  mnt: 'mounts, the root',
  user: 'user numbers, rights',
  ipc: 'shared memory, queues',
  uts: 'host name',
  cgroup: 'root of cgroups',
  time: 'clock offsets',
};

/** Which system calls go to which kernel. */
export const kernel = {
  title: 'Kernel and user space',
  lead: 'Containers are fences around processes, not machines: every process here calls the same kernel, by system calls. A virtual machine’s applications call a kernel of their own.',
  waiting: 'Waiting for the first reading…',
  picture: 'Processes, the system calls that they are in, and the kernel that they call',
  userSpace: 'User space',
  host: 'The host’s own',
  /**
   * @param image null: it is the host
   * @param has what it has of processes, as `count` or `unseen` say it
   */
  fence: (name: string, image: string | null, has: string): string =>
    [name, image, has].filter((part) => part !== null).join(', '),
  count: (n: number): string => counted(n),
  others: (n: number): string => `and ${n} ${n === 1 ? 'other' : 'others'}`,
  unseen: 'its processes are not seen from here',
  ownKernel: 'a kernel of its own',
  more: (n: number): string => `${n} more ${n === 1 ? 'container' : 'containers'}`,
  open: 'show each',
  noContainers: 'No container runs: what runs here are the host’s own processes.',
  unknownContainers: 'Which containers run is not known: no engine tells it.',
  process: (pid: number, command: string, call: string): string =>
    `PID ${pid}, ${command}: ${call}`,
  border: 'System calls',
  calls: {
    in: (name: string): string => `now in the system call ${name}`,
    numbered: (n: number): string => `call ${n}`,
    running: 'runs just now',
    none: 'in no call',
    asked: '…',
    unknown: 'not known',
    notRecorded: 'not recorded',
    because: (why: string | null): string =>
      why === null
        ? 'its system call is not known'
        : `its system call is not known: ${unknownBecause(why)}`,
  },
  one: (release: string): string => `One kernel for them all: Linux ${release}`,
  ownTitle: 'In namespaces: each has its own',
  own,
  sharedTitle: 'For all the same',
  shared:
    'its version, the time of day, the load, memory and processors as a whole, modules and drivers',
  threads: (n: number): string =>
    n === 1
      ? 'and one thread of its own, which makes no system calls'
      : `and ${n} threads of its own, which make no system calls`,
  guest: {
    yes: 'Hardware as a hypervisor makes it: this machine is itself a virtual one',
    no: 'Hardware: the processor tells of no hypervisor',
    unknown: 'Hardware: whether a hypervisor makes it is not known',
  },
  /** The same in few words, for the back row. */
  brief: {
    one: (release: string): string => `One kernel: ${release}`,
    guest: {
      yes: 'Hardware that a hypervisor makes',
      no: 'Hardware',
      unknown: 'Hardware, or a hypervisor',
    },
    noContainers: 'No container runs.',
    unknownContainers: 'Containers: not known.',
    vm: 'Beside it: a virtual machine',
    vmKernel: 'Its own kernel',
    hypervisor: 'Hypervisor',
  },
  vm: {
    sketch: 'A virtual machine, for comparison',
    sketchSaid: 'Nothing of this machine: how one would stand beside it.',
    real: (program: string, pid: number): string =>
      `A virtual machine here: ${program}, PID ${pid}`,
    realSaid:
      'Known by the name of its program, a process of the host. What runs in it is not seen from here.',
    others: (n: number): string => `And ${n} more of them.`,
    application: 'application',
    kernel: 'A kernel of its own',
    kernelSaid: 'Its applications’ system calls end here. It may be another version, or no Linux.',
    hypervisor: 'Hypervisor: virtual hardware',
  },
};
