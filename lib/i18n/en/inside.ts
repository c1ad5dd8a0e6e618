import type { Clock } from '../../inside/clock';
import type { AskErrorCode } from '../../protocol/ask';
import { noAnswer } from './no-answer';
import { listed, type Sentence } from './sentence';

/** Why something of a namespace cannot be told; an errno as the system names it. */
const reasons = new Map([
  ['ESRCH', 'no process is in it'],
  ['EPERM', 'who reads may not enter it'],
  ['not-seen', 'no process that can be seen shows it'],
  ['outside-root', 'the process that it is read through is outside of it'],
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
  ends: <T>(others: T[]): Sentence<T> => listed(others),
  setgroups: 'setgroups',
  setgroupsText: {
    allow: 'allowed: processes may change the groups that they are in',
    deny: 'denied: processes stay in the groups that they are in',
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
  forwarding: 'forwards',
  forwards: (does: boolean): string => (does ? 'yes' : 'no'),
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
};
