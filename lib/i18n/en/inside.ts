import type { Clock } from '../../inside/clock';
import type { Danger } from '../../inside/danger';
import type { Names } from '../../inside/names';
import type { MountKind } from '../../inside/mount-kind';
import type { AskErrorCode } from '../../protocol/ask';
import { noAnswer } from './no-answer';
import { listed, type Sentence } from './sentence';

/** Why something of a namespace cannot be told; an errno as the system names it. */
const reasons = new Map([
  ['ESRCH', 'no process is in it'],
  ['not-recorded', 'it was not recorded'],
  ['EPERM', 'who reads may not enter it'],
  ['not-seen', 'no process that can be seen shows it'],
  ['outside-root', 'the process that it is read through is outside of it'],
  ['too-many', 'there are too many'],
  ['older-iptables', 'the older iptables keeps it, whose rules are not read here'],
  ['ENOENT', 'there is no such file'],
  ['not-a-file', 'what is there is no file'],
  ['too-large', 'the file is too large'],
  ['ENOSYS', 'it cannot be read safely here'],
  ['ETIMEDOUT', 'a file system that it uses does not answer'],
  ['EBUSY', 'too many file systems of other containers do not answer'],
  ['of-children-only', 'the kernel tells it of the children of its processes alone'],
]);

/** What a namespace isolates. */
export const inside = {
  heading: 'What it isolates',
  asked: 'Being read…',
  refused: (code: AskErrorCode) => `Not told: ${noAnswer[code]}.`,
  unknown: (why: string | undefined) =>
    why === undefined ? 'unknown' : `unknown: ${reasons.get(why) ?? why}`,
  init: 'number 1',
  initWhy: 'When this process ends, the kernel ends every other one in the namespace.',
  levels: 'depth',
  levelsText: (n: number) =>
    n === 0 ? 'the outermost' : n === 1 ? 'one below the outermost' : `${n} below the outermost`,
  endsWith: 'ends with it',
  nobody: 'no other container',
  endTogether: (names: string, n: number, first: string) =>
    `${names} ${n === 1 ? 'ends' : 'end'} with ${first}: its first process is number 1 of their PID namespace, and when that ends, the kernel ends all others in there.`,
  ends: <T>(others: T[]): Sentence<T> => listed(others),
  setgroups: 'setgroups',
  setgroupsText: {
    allow: 'allowed: processes may change the groups that they are in',
    deny: 'denied: processes stay in the groups that they are in',
  },
  namesInside: 'names in it',
  namesOutside: 'names outside',
  names: (names: Names): string => {
    const all = Object.entries(names).map(([id, name]) => `${id} ${name}`);
    return all.length === 0 ? 'none of its numbers has one' : all.join(', ');
  },
  root: 'its root',
  rootWhy: 'What it calls / is this cgroup of the machine.',
  devices: 'devices',
  addresses: 'addresses',
  whichDevice: (why: string | undefined): string =>
    `which device has which: ${inside.unknown(why)}`,
  restOfDevices: (why: string): string => `all else of them: ${inside.unknown(why)}`,
  someOf: (what: string, why: string): string => `${what}: ${inside.unknown(why)}`,
  /** Drivers of some kinds do not tell a state: then it counts whether it was set up. */
  state: (state: 'up' | 'down' | 'unknown', enabled: boolean | null): string => {
    if (state !== 'unknown') return state;
    return enabled === null ? 'state not told' : enabled ? 'set up' : 'not set up';
  },
  noAddress: 'no address',
  portOf: (bridge: string) => `port of ${bridge}`,
  otherEnd: <T>(name: string, namespace: T): Sentence<T> => [`other end: ${name} in `, namespace],
  otherEndUnseen: 'its other end is in a network in which nobody is seen',
  listening: 'listening',
  nobodyListens: 'nobody',
  by: (pids: readonly number[]) => `PID ${pids.join(', ')}`,
  byOutside: 'somebody outside of this network',
  byUnknown: (why: string | undefined): string => `whose it is: ${inside.unknown(why)}`,
  routes: 'routes',
  noRoutes: 'none',
  via: (gateway: string) => `via ${gateway}`,
  on: (device: string) => `on ${device}`,
  dns: 'DNS',
  noNameserver: 'the machine itself',
  search: (domains: readonly string[]) => `search ${domains.join(', ')}`,
  forwarding: 'forwards',
  forwards: (does: boolean): string => (does ? 'yes' : 'no'),
  mounts: 'mounts',
  mountColumns: { path: 'path', options: 'options' },
  from: 'from',
  mountKinds: {
    root: 'its root',
    image: 'image',
    volume: 'volume',
    bind: 'of the host or elsewhere',
    tmpfs: 'in memory',
    masked: 'masked',
    readonly: 'read-only',
    kernel: 'the kernel’s',
    engine: 'put in by the engine',
    other: 'other',
  } satisfies Record<MountKind, string>,
  layersBelow: (n: number) => (n === 1 ? '1 layer below' : `${n} layers below`),
  mountedFrom: (path: string | null, source: string): string =>
    path === null ? source : `${path} of the host`,
  removed: 'removed since',
  hiddenMount: 'hidden: something else lies over it',
  /** Not of the engine's own data, and not of the kernel's. */
  danger: (danger: Danger, path: string, writable: boolean): string => {
    const said = inside.dangerSaid(danger, path, writable);
    return danger === 'engine' ? `${path}: ${said}` : said;
  },
  /** The same beside the path. */
  dangerSaid: (danger: Danger, path: string, writable: boolean): string => {
    if (danger === 'engine') return 'who may talk to it is root on the host';
    const may = writable ? 'may be changed from inside' : 'may be read from inside';
    return danger === 'whole' ? `all of the host’s files ${may}` : `the host’s ${path} ${may}`;
  },
  maskedPaths: (n: number) =>
    n === 1
      ? '1 path is masked, so that nobody reads it'
      : `${n} paths are masked, so that nobody reads them`,
  readonlyPaths: (n: number) =>
    n === 1 ? '1 path is read-only there' : `${n} paths are read-only there`,
  moreMounts: (n: number) => `… and ${n} more`,
  partOnly: (root: string) =>
    `Seen from ${root} alone: all of its processes that can be looked through are locked into a part of it.`,
  noHostPaths: (why: string | undefined): string =>
    `where the host has what is mounted: ${inside.unknown(why)}`,
  firewall: 'firewall',
  noFirewall: 'no rules: it lets everything pass',
  dormant: 'asleep: nothing passes through it',
  rules: (n: number): string => `${n} ${n === 1 ? 'rule' : 'rules'}`,
  noChains: 'no chains',
  atHook: (hook: string) => `at ${hook}`,
  policy: { accept: 'else let pass', drop: 'else dropped' },
  hostname: 'host name',
  domainname: 'NIS domain',
  segments: 'shared memory',
  semaphores: 'semaphores',
  queues: 'message queues',
  shmMount: '/dev/shm',
  noObjects: 'none',
  segment: (key: string, bytes: string, attached: number) =>
    `${key} · ${bytes} · attached ${attached} ${attached === 1 ? 'time' : 'times'}`,
  semaphoreSet: (key: string, count: number) => `${key} · ${count}`,
  queue: (key: string, messages: number, bytes: string) =>
    `${key} · ${messages} ${messages === 1 ? 'message' : 'messages'}, ${bytes}`,
  shmUsed: (used: string, size: string | null) =>
    size === null ? `${used} used, no limit` : `${used} of ${size} used`,
  boottime: 'since boot',
  monotonic: 'monotonic',
  clock: ({ ahead, days, time }: Clock) => {
    const length = days === 0 ? time : `${days} ${days === 1 ? 'day' : 'days'} ${time}`;
    return ahead === null ? 'as on the host' : `${length} ${ahead ? 'ahead' : 'behind'}`;
  },
  /** In a few words. */
  short: {
    andMore: (first: string, more: number): string => `${first} and ${more} more`,
    loopbackOnly: 'only itself to talk to',
    listensAt: (ports: string): string => `listens at ${ports}`,
    given: (volumes: number, binds: number): string[] => [
      ...(volumes === 0 ? [] : [volumes === 1 ? '1 volume' : `${volumes} volumes`]),
      ...(binds === 0 ? [] : [binds === 1 ? '1 bind mount' : `${binds} bind mounts`]),
    ],
    sameIds: 'each id is the same outside: root is root',
    rootIs: (outside: number): string => `root in it is ${outside} outside`,
    noRoot: 'no root in it',
    segments: (n: number): string => `${n} shared memory ${n === 1 ? 'segment' : 'segments'}`,
    semaphores: (n: number): string => `${n} semaphore ${n === 1 ? 'set' : 'sets'}`,
    queues: (n: number): string => `${n} message ${n === 1 ? 'queue' : 'queues'}`,
    rootOf: (root: string): string => `its root is ${root}`,
    booted: (clock: string): string => `since boot: ${clock}`,
  },
};
