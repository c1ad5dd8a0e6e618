import type { AskErrorCode } from '../../protocol/ask';
import { noAnswer } from './no-answer';
import { listed, type Sentence } from './sentence';

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
/** Why a flag cannot be told. */
const flagReasons = new Map([
  ['ENODATA', 'the engine does not tell it'],
  ['EINVAL', 'the engine tells it in a way that makes no sense'],
  ['no-flag', 'it is set, and no flag says so'],
  ['redacted', 'command lines are not shown'],
]);
const grouped = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

/** A container in full: what it can see, what it may use. */
export const inFull = {
  open: 'In full',
  openWhy: 'What it can see and what it may use (Enter)',
  back: (view: string) => `Back to ${view}`,
  onHost: (pid: number) => `PID ${pid} on the host`,
  configuredAs: 'configured as',
  more: (n: number) => `and ${n} more`,
  fewer: 'show fewer',
  inFull: 'show in full',
  flagsUnknown: {
    refused: (code: AskErrorCode) => `flags unknown, but for what it joins: ${noAnswer[code]}`,
    all: (why: string) => `flags unknown: ${flagReasons.get(why) ?? why}`,
    flag: (flag: string, why: string) => `${flag} unknown: ${flagReasons.get(why) ?? why}`,
  },
  loading: 'This machine is being read…',
  /** Of what the commands of a lesson’s step make. */
  toCome: (name: string) => `${name} is not there now. The commands of this step make it.`,
  gone: (name: string) => `${name} has ended and was removed.`,
  ended: (name: string) => `${name} has ended while it was shown here.`,
  notRunning: (name: string) => `${name} has no process now: it sees nothing and uses nothing.`,
  startIt: 'This starts it:',
  /** Between what is said of one thing. */
  between: '; ',
  failed: (name: string) => `${name} could not be drawn in full.`,
  rights: 'What it may DO',
  see: 'What it can SEE',
  rightsBy: 'capabilities',
  seeBy: 'namespaces',
  legend: { shared: 'shared', own: 'its own', host: 'the host’s' },
  sharing: {
    own: 'its own',
    host: 'the host’s',
    engine: 'the engine’s',
    unknown: 'unknown',
    none: 'none',
    absent: 'not here',
  },
  sharedWith: <T>(others: T[]): Sentence<T> => ['shared with ', ...listed(others)],
  noSuchType: 'This kernel has no namespaces of this type.',
  pid: {
    /** @param others its neighbours, each with how many are theirs */
    seen: (
      all: number,
      own: number,
      others: readonly { name: string; count: number }[],
    ): string => {
      if (all === own) return `${counted(all, 'process', 'processes')}, all its own`;
      const parts = [`its own ${own}`, ...others.map(({ name, count }) => `${name}’s ${count}`)];
      const rest = all - own - others.reduce((sum, { count }) => sum + count, 0);
      if (rest > 0) parts.push(`${rest} more`);
      return `${counted(all, 'process', 'processes')}: ${listed(parts).join('')}`;
    },
    all: (n: number) => `All ${n} processes of the host`,
    first: (inside: number, outside: number) =>
      inside === 1
        ? `its PID 1 is ${outside} there`
        : `its first is ${inside} here, ${outside} there`,
    ofHost: (n: number, first: string) => `of the host’s ${n}; ${first}`,
    asHost: (pid: number) => `its first process is PID ${pid} here as well`,
    notNumbered: 'what numbers it gives is not known',
  },
  net: {
    devices: <T>(devices: readonly { name: T; address: T | null }[], more: number): Sentence<T> => {
      const named = devices.map(({ name, address }): Sentence<T> =>
        address === null ? [name] : [name, ' ', address],
      );
      const all = more > 0 ? [...named, [`${more} more`]] : named;
      return listed(all).flat();
    },
    none: 'No device',
    out: (gateway: string) => `out by ${gateway}`,
    noWay: 'no way out',
    onlyItself: 'it reaches itself alone',
    ports: (ports: string) => `listens at ${ports}`,
    noPort: 'no port listens',
  },
  mnt: {
    overlay: (layers: number) => `Root on an overlay of ${counted(layers, 'layer', 'layers')}`,
    root: <T>(fs: T): Sentence<T> => ['Root on ', fs],
    noRoot: 'No root is mounted',
    mounts: (n: number) => counted(n, 'mount', 'mounts'),
    readonly: 'root is read-only',
  },
  user: {
    rootIs: (outside: number) => `uid 0 inside is uid ${outside} on the host`,
    noRoot: 'There is no uid 0 inside',
    same: 'every id is the same inside and outside',
    mapped: (n: number) =>
      `${grouped(n)} ${n === 1 ? 'id is' : 'ids are'} mapped; all others are nobody’s`,
  },
  ipc: {
    shm: <T>(path: T, size: string | null, used: string | null): Sentence<T> => [
      path,
      size === null ? ' without a limit' : ` of ${size}`,
      used === null ? ', empty' : `, ${used} used`,
    ],
    noShm: <T>(path: T): Sentence<T> => ['Nothing is mounted at ', path],
    nothing: 'no segment, no queue, no semaphore',
  },
  uts: {
    name: <T>(name: T): Sentence<T> => ['Its name is ', name],
    asHost: 'as the host calls itself',
    host: (name: string) => `the host calls itself ${name}`,
  },
  cgroup: {
    reads: <T>(path: T): Sentence<T> => ['Reads ', path],
    ownWould: <T>(path: T): Sentence<T> => ['with one of its own it would read ', path],
    is: <T>(path: T): Sentence<T> => ['that is ', path, ' of the machine'],
  },
  time: {
    host: 'The host’s clocks',
    up: (elapsed: string) => `, ${elapsed}`,
    noOffset: 'no offset, monotonic or boot time',
    boot: (clock: string) => `Since boot: ${clock}`,
    monotonic: (clock: string) => `monotonic: ${clock}`,
  },
};
