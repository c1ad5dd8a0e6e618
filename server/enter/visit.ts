import { closeSync, fstatSync, openSync } from 'node:fs';
import { inodeOf, namespaceTypeOf, type NamespaceId } from '@lib/model/ids';
import { errnoOf, meansGone } from '../proc/read';
import type { Calls } from './calls';

/** A namespace, and a process that is in it. */
export interface Door {
  pid: number;
  namespace: NamespaceId;
}

/** What was done there, or the errno that kept us out. */
export type Visited<T> = { value: T; errno: null } | { value: null; errno: string };

/** CLONE_NEW… of linux/sched.h: the types that a thread may enter without leaving the others behind. */
const TYPES = { net: 0x40000000, uts: 0x04000000, ipc: 0x08000000, cgroup: 0x02000000 };
type Entered = keyof typeof TYPES;

/** Nobody is in it any more; or it is not the one meant: the PID is another's by now. */
const GONE = 'ESRCH';

/** The thread could not come back: whatever it did next, it would do in there. It has to end. */
export class LostWay extends Error {}

/**
 * Lets this thread go into namespaces and come back. Work that waits, or that Node gives to its pool, is
 * not to be done there: it must be over when it returns.
 *
 * @param procRoot where /proc is mounted
 */
export class Visitor {
  /** The way back, opened while at home, and which namespaces these are; or why there is none. */
  readonly #home: Record<Entered, Visited<{ fd: number; inode: string }>>;

  constructor(
    private readonly procRoot: string,
    private readonly calls: Pick<Calls, 'setns' | 'errno'>,
  ) {
    this.#home = { net: own('net'), uts: own('uts'), ipc: own('ipc'), cgroup: own('cgroup') };
  }

  /** @throws LostWay, or what `work` throws */
  visit<T>({ pid, namespace }: Door, work: () => T): Visited<T> {
    const type = namespaceTypeOf(namespace);
    if (!isEntered(type)) return { value: null, errno: 'EINVAL' };
    const { value: home, errno: homeless } = this.#home[type];
    if (home === null) return { value: null, errno: homeless };
    // To stay takes no right, which even a move to where one is would.
    if (home.inode === inodeOf(namespace)) return { value: work(), errno: null };
    let door: number;
    try {
      door = openSync(`${this.procRoot}/${String(pid)}/ns/${type}`, 'r');
    } catch (error) {
      const errno = errnoOf(error);
      return { value: null, errno: meansGone(errno) ? GONE : errno };
    }
    try {
      if (inodeAt(door) !== inodeOf(namespace)) {
        return { value: null, errno: GONE };
      }
      if (this.calls.setns(door, TYPES[type]) < 0) {
        return { value: null, errno: this.calls.errno() };
      }
      try {
        return { value: work(), errno: null };
      } finally {
        if (this.calls.setns(home.fd, TYPES[type]) < 0) this.#lose();
      }
    } finally {
      closeSync(door);
    }
  }

  #lose(): never {
    throw new LostWay(`no way back: ${this.calls.errno()}`);
  }
}

/** Where this thread is. A kernel may have been made without a type of namespaces. */
function own(type: Entered): Visited<{ fd: number; inode: string }> {
  try {
    const fd = openSync(`/proc/thread-self/ns/${type}`, 'r');
    return { value: { fd, inode: inodeAt(fd) }, errno: null };
  } catch (error) {
    return { value: null, errno: errnoOf(error) };
  }
}

function isEntered(type: string): type is Entered {
  return Object.hasOwn(TYPES, type);
}

function inodeAt(fd: number): string {
  return String(fstatSync(fd, { bigint: true }).ino);
}
