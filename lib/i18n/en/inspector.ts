import { fieldUnknown } from './container-fields';
import { reason } from './reason';
import { listed, type Sentence } from './sentence';
import type { Elapsed } from '../elapsed';
import type { Host } from '../../model/host';

const namespacesFrom: Record<Host['namespacesFrom'], string> = {
  pid1: 'PID 1',
  kthreadd: 'kthreadd (PID 2), since PID 1 could not be read',
  initial: "the kernel's well-known initial namespaces, since no process of the host could be read",
  self: 'nsview itself, since no other process could be read',
};

export const inspector = {
  elapsed: ({ count, unit }: Elapsed): string =>
    ({
      second: `up ${count} s`,
      minute: `up ${count} min`,
      hour: `up ${count} h`,
      day: `up ${count} ${count === 1 ? 'day' : 'days'}`,
    })[unit],
  stale: 'Its engine does not answer. This is what was last known.',
  /** @param name a container */
  engineWithin: (name: string) => `Its engine runs in the container ${name}.`,
  moreRows: (n: number) => `… and ${n} more`,
  openProcesses: 'open the Processes view',
  unknown: (why: string | null) => (why === null ? 'unknown' : `unknown: ${reason(why)}`),
  columns: {
    pidInside: (name: string) => `PID in ${name}`,
    pidHere: 'PID here',
    pidOnHost: 'PID on host',
    uid: 'uid',
    from: 'from',
    command: 'command',
    type: 'type',
    inode: 'inode',
    sharing: 'sharing',
  },

  /** As whom a process runs, in its own user namespace and on the host. */
  users: {
    heading: 'The same user id in both',
    ofOnHost: (name: string) => `${name}: on the host`,
    nobody: 'nobody: not mapped',
    onHost: (uid: number) => `host ${uid}`,
    both: (inside: number, outside: number) =>
      inside === outside
        ? `user ${inside}, here and on the host`
        : `user ${inside} here, ${outside} on the host`,
    unmapped: (shown: number, outside: number) =>
      `user ${outside} on the host, who has no number here and looks like ${shown}`,
    unknown: (why: string | null) =>
      `its number here is not known${why === null ? '' : `: ${reason(why)}`}`,
  },

  container: {
    heading: 'Namespaces',
    shared: <T>(others: T[]): Sentence<T> => ['shared with ', ...listed(others)],
    broken: <T>(donor: T, restarted: boolean): Sentence<T> => [
      'configured to share ',
      donor,
      restarted ? '’s, which has another since its restart' : '’s, which has another',
    ],
    mayShare: <T>(type: string, others: T[]): Sentence<T> => [
      `${type}: own as far as can be told; it may be shared with `,
      ...listed(others),
      ', which could not be read.',
    ],
    configuredAs: 'Configured as',
    joinsNothing: 'It asks for no namespace of another container or of the host.',
    publishes: (inside: string, hostPort: number, addresses: readonly string[] | null) =>
      addresses === null
        ? `Published: its port ${inside} is port ${hostPort} of every address of the host`
        : `Published: its port ${inside} is port ${hostPort} of ${addresses.join(', ')} on the host`,
    proxy: (pids: readonly number[]) => `docker-proxy listens there (PID ${pids.join(', ')})`,
    joinGone: 'the container it names is gone',
    processes: <T>(name: T): Sentence<T> => ['Processes ', name, ' can see'],
    noProcess: 'It has no process now, so it is in no namespace and sees nothing.',
    blind: 'Its PID namespace could not be read, so what it sees cannot be told.',
    configuration: 'Configuration',
    unread: fieldUnknown,
  },

  pod: {
    heading: (pod: string) => `Pod ${pod}`,
    /** What its ground says to who hears it. @param chosen what is selected by it */
    ground: (pod: string, names: string[], chosen: string) =>
      `Pod ${pod}: ${names.length === 0 ? 'only its pause container' : names.join(', ')}. Press to select ${chosen}`,
    isPause: 'It is the pause container: nothing runs in it, it holds what the others share.',
    others: <T>(others: T[]): Sentence<T> => ['In it as well: ', ...listed(others), '.'],
    alone: 'Nothing else runs in it.',
    pause: <T>(pause: T): Sentence<T> => [
      'What is shared in it is held by its pause container, ',
      pause,
      ', in which nothing runs.',
    ],
    /** @param asked what the pod was made with */
    processes: (asked: string) => `Its containers see each other’s processes: ${asked}`,
    /** Of a pod that was not made so: it joined them. */
    sees: <T>(these: T[]): Sentence<T> => ['It sees the processes of ', ...listed(these), '.'],
    unknown: 'Whether its containers see each other’s processes could not be read.',
    host: (field: string) => `It is in namespaces of the host: ${field}`,
  },

  namespace: {
    isolates: (what: string) => `Its members have their own view of ${what}.`,
    host: "It is one of the host's own.",
    notHost: "It is not one of the host's.",
    members: 'Containers in it',
    noMembers: 'No container has its first process in it.',
    processes: (n: number) => (n === 1 ? 'One process in it' : `${n} processes in it`),
    noProcesses: 'No process is in it now.',
    relations: 'Relations',
    parent: 'parent',
    owner: 'owner',
    ownerUid: 'made by',
    uid: (uid: number) => `uid ${uid}`,
    leader: 'first process',
    heldBy: 'kept alive by',
    held: {
      thread: 'a thread',
      mount: 'a bind mount',
      fd: 'an open file',
      socket: 'a socket',
    },
    ofPid: (pid: number) => `of PID ${pid}`,
    none: 'none',
    root: 'none: it is the outermost',
    notNested: 'none: this type does not nest',
    inferred: 'inferred',
    inferredWhy: 'Drawn from the process tree, not told by the kernel.',
    uidMap: 'User ids',
    gidMap: 'Group ids',
    inside: 'inside',
    outside: 'outside',
    length: 'how many',
    noMap: 'No id is mapped.',
  },

  host: {
    readBy: 'read by',
    recording: 'a recording',
    kernel: 'kernel',
    hostname: 'host name',
    cgroups: 'cgroups',
    cgroupDefault: {
      host: "With these a container is in the host's cgroup namespace, unless it asks for its own.",
      own: "With these a container gets its own cgroup namespace, unless it asks for the host's.",
    },
    namespaces: "The host's namespaces",
    readFrom: (from: string) => `Read from ${from}.`,
    namespacesFrom,
  },

  missing: {
    container: (name: string) => `There is no container named ${name} now.`,
    containerHint: 'It may have been removed. When one with that name starts, it shows here.',
    namespace: (name: string) => `${name} is not there now.`,
    namespaceHint:
      'A namespace ends when nothing holds it any more: no process or thread, no mount, no open file. Its number can then go to another.',
    process: (pid: number) => `The process with PID ${pid} is not there now.`,
    processHint: 'It has ended. Its number can then go to another.',
    back: 'Back to the whole machine',
  },
};
