import type { Privileges } from '../../privileges/privileges';
import type { Sentence } from './sentence';
import { unknownBecause } from './unknown-because';

/** What a process may do, and what it does. */
export const privileges = {
  unknown: (why: string | undefined): string =>
    why === undefined ? 'unknown' : `unknown: ${unknownBecause(why)}`,
  /** @param inside its number in the namespaces below the host's, the outermost first */
  pids: (pid: number, inside: readonly number[]): string =>
    [`PID ${pid} on the host`, ...inside.map((each) => `${each} inside`)].join(', '),
  of: <T>(container: T): Sentence<T> => ['A process of ', container],
  ofHost: 'A process of the host',
  may: 'What it may do',
  does: 'What it does now',
  namespaces: 'Its namespaces',
  limits: 'Its limits',

  capabilities: 'Capabilities',
  /** @param n those in effect @param beyond of these, more than an engine gives */
  inEffect: (n: number, beyond: number): string => {
    if (n === 0) return 'none is in effect';
    const all = n === 1 ? '1 is in effect' : `${n} are in effect`;
    return beyond === 0
      ? `${all}, none beyond the engine’s default`
      : `${all}, ${beyond} beyond the engine’s default`;
  },
  onlyIn: <T>(namespace: T): Sentence<T> => [
    'They count in ',
    namespace,
    ' alone, not on the host.',
  ],
  beyond: (what: string): string => `${what}. Beyond the engine’s default.`,
  beyondShort: 'beyond the engine’s default',
  byDefault: (what: string): string => `${what}. In the engine’s default.`,
  missing: (n: number): string =>
    n === 1 ? 'Of the default it lacks:' : `Of the default it lacks ${n}:`,
  lacks: (what: string): string => `${what}. In the engine’s default, not in effect here.`,
  gainable: 'It can still get, by a program that has them:',
  gainsNothing: 'It can get no others, whatever it runs.',
  handedOn: 'It hands on to every program that it becomes:',

  /** The sets in a few words. */
  sets: {
    effective: 'in effect',
    beyondDefault: 'beyond the default',
    withoutDefault: 'default, not in effect',
    bounding: 'can be had',
  },
  noneOf: 'none',

  seccomp: 'seccomp',
  seccompModes: {
    off: 'off: no system call is kept from it',
    strict: 'strict: only read, write, exit and return from signals',
    filter: 'a filter: some system calls are kept from it',
  } satisfies Record<NonNullable<Privileges['seccomp']>, string>,
  noNewPrivileges: 'no new privileges',
  noNewPrivilegesText: (set: boolean): string =>
    set
      ? 'set: no program that it runs gives it more'
      : 'not set: a program that it runs may get more than it has',
  lsm: 'label',
  noLabel: 'none: no security module confines it',
  users: 'users',
  groups: 'groups',
  ids: (real: number, effective: number, saved: number): string =>
    real === effective && saved === effective
      ? `${effective}`
      : `${effective} (real ${real}, saved ${saved})`,

  call: 'system call',
  running: 'it runs just now',
  noCall: 'none',
  noCallOfKernel: 'none: a thread of the kernel makes no system calls',
  firstThread: (n: number): string => `of its first thread; it has ${n}`,
  number: (n: number): string => `number ${n}`,
  wchan: 'waits in',
  waitsNowhere: 'nowhere',
  namespaceFiles: 'open files of namespaces',
  fd: (fd: number): string => `file ${fd}`,

  limitsCount: (n: number): string => (n === 1 ? '1 limit' : `${n} limits`),
  limitColumns: { name: 'of', soft: 'now', hard: 'at most' },
  unlimited: 'no limit',
  limit: (now: string, most: string): string => (now === most ? now : `${now}, at most ${most}`),
};
