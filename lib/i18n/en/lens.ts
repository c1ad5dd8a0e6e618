import type { NamespaceType } from '../../model/namespace-type';
import { filters } from './filters';

const titles: Record<NamespaceType, string> = {
  pid: 'Lens: PID — who sees whom',
  net: 'Lens: network — who shares devices and ports',
  mnt: 'Lens: mount — who sees which files',
  user: 'Lens: user — whose root is whose',
  ipc: 'Lens: IPC — who shares memory and queues',
  uts: 'Lens: UTS — who goes by which host name',
  cgroup: 'Lens: cgroup — where each one’s tree of limits begins',
  time: 'Lens: time — whose clocks are shifted',
};

const leads: Record<NamespaceType, string> = {
  pid: 'A box is one PID namespace. A dot is a process, numbered, where there is room, as it sees itself. Outer boxes see into inner ones, never the other way.',
  net: 'A box is one network namespace. Processes in one box have the same devices, addresses, ports and routes.',
  mnt: 'A box is one mount namespace. Processes in one box see the same mounts.',
  user: 'A box is one user namespace. Inside it, ids can stand for other ids outside: root in an inner box need not be root on the host.',
  ipc: 'A box is one IPC namespace. Processes in one box can share memory segments, semaphores and message queues.',
  uts: 'A box is one UTS namespace. Processes in one box have the same host name.',
  cgroup:
    'A box is one cgroup namespace. Processes in one box see the same cgroup as the root of the tree.',
  time: 'A box is one time namespace. Processes in one box have the same offsets of the monotonic and boot clocks.',
};

/** Where the boxes tell what their namespaces isolate. */
const telling: Partial<Record<NamespaceType, string>> = {
  net: 'A box is one network namespace, with its devices, addresses, routes, rules and listening ports. A wire leads from a device to where it is plugged in.',
  ipc: 'A box is one IPC namespace, with the shared memory, semaphores and message queues that its processes can share, and how full the /dev/shm of one of them is.',
  uts: 'A box is one UTS namespace, with the host name and the NIS domain of its processes, as the kernel tells them in there.',
  cgroup:
    'A box is one cgroup namespace: which cgroup of the machine its processes see as /, and where each container sees itself.',
  time: 'A box is one time namespace, with how far its clocks are from the machine’s: the one since boot, and the monotonic one.',
};

/** @param more how many others are not named */
const listed = (names: string[], more: number): string => {
  if (more > 0) return `${names.join(', ')} +${more}`;
  return names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
};

const processes = (n: number) => `${n} ${n === 1 ? 'process' : 'processes'}`;

/** The Lens view. */
export const lens = {
  titles,
  /** @param told whether boxes tell what is in them, or the snapshot alone is drawn */
  lead: (type: NamespaceType, told: boolean): string =>
    (told ? telling[type] : undefined) ?? leads[type],
  waiting: 'Waiting for the first reading of this machine…',
  picture: (type: NamespaceType) => `Processes in their ${type} namespaces`,
  unknown: 'could not be read',
  absent: 'no such type',
  moreRight: 'more to the right',
  /** After the namespace in a box's title. */
  members: {
    hostSeesAll: (n: number) => `host · sees all ${processes(n)}`,
    hostWithSeesAll: (names: string[], more: number, n: number) =>
      `host · with ${listed(names, more)} · sees all ${processes(n)}`,
    host: 'host',
    hostWith: (names: string[], more: number) => `host · with ${listed(names, more)}`,
    alone: (name: string) => name,
    shared: (names: string[], more: number) => `shared by ${listed(names, more)}`,
    withHidden: filters.withHidden,
    none: (n: number): string => (n === 0 ? 'no process in it' : 'no container'),
    absent: (n: number) => `this kernel has none: nothing of it sets ${processes(n)} apart`,
    unknown: (n: number) => `which namespace ${n === 1 ? 'it is' : 'they are'} in is not known`,
  },
  box: (name: string, said: string, n: number) => `${name}, ${said}, ${processes(n)} in it`,
  /** @param above its numbers in the namespaces between its own and the host's, the innermost first */
  dot: (
    pid: number,
    command: string,
    above: readonly number[],
    hostPid: number,
    container: string | null,
  ) => {
    const levels = (n: number) => (n === 1 ? 'one level' : `${n} levels`);
    const between = above.map((each, nth) => `PID ${each} ${levels(nth + 1)} up, `).join('');
    return `PID ${pid}: ${command}. ${between}PID ${hostPid} on the host${container === null ? '' : `, in ${container}`}`;
  },
  onHost: (above: readonly number[], pid: number) => [...above, `host ${pid}`].join(' · '),
  condensed: (n: number) => `${n} host ${n === 1 ? 'process' : 'processes'}`,
  condensedElsewhere: (n: number) => `${n} ${n === 1 ? 'process' : 'processes'} of no container`,
  open: 'Show each',
  close: 'Count them only',
  kernel: (release: string) => `one shared Linux kernel · ${release} · every container runs on it`,
  legend: 'Containers, with the number of their processes',
  legendEntry: (name: string, n: number) => `${name} · ${n}`,
  hint: 'Point at a dot to see that process’s numbers everywhere. Arrow keys move; 1–8 change the lens.',
};
