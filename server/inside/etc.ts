import type { DnsInside } from '@lib/inside/dns';
import { namesOf, type NamedUids, type NamesInside } from '@lib/inside/names';
import type { Residents } from '@lib/inside/reading';
import { unreadableOf, type Told } from '@lib/inside/told';
import type { Unreadable } from '@lib/model/unreadable';
import { parseNames, type Names } from '@lib/proc/passwd';
import { parseResolvConf } from '@lib/proc/resolv-conf';
import type { ProcRoot } from '../proc/read';
import type { ReadBelow } from '../proc/read-below';

/* What files in /etc say, as a process sees them: it may have a root of its own. */

/** In bytes: some ten thousand names; of resolv.conf programs use a few lines. */
const NAMES_LIMIT = 512 * 1024;
const DNS_LIMIT = 64 * 1024;

/** Where openat2 cannot be called. */
const NO_CALL = 'ENOSYS';
/** Nobody is there any more to be read through. */
const NO_PROCESS = 'ESRCH';
/** Through so many processes it is tried at most. */
const TRIED = 8;

/** Files in the roots of processes. */
export class Etc {
  /** @param readBelow null: files in the roots of others cannot be read safely */
  constructor(
    private readonly proc: ProcRoot,
    private readonly readBelow: ReadBelow | null,
  ) {}

  /**
   * What numbers are called inside a user namespace and outside. A container may have no such file: then
   * nobody in there has a name.
   *
   * @param pid of a process in it @param host who sees the files of the host
   */
  names(
    pid: number,
    host: Residents | null,
    uids: NamedUids,
  ): { names: NamesInside; unreadable: Unreadable } {
    const inside = this.#namesFor(pid);
    let outside: Told<Names> = { value: null, reason: NO_PROCESS };
    for (const each of host?.pids.slice(0, TRIED) ?? []) {
      outside = this.#namesFor(each);
      if (outside.value !== null) break;
    }
    return {
      names: {
        inside: inside.value === null ? null : namesOf(uids.inside, inside.value),
        outside: outside.value === null ? null : namesOf(uids.outside, outside.value),
      },
      unreadable: unreadableOf({
        'names.inside': inside.reason,
        'names.outside': outside.reason,
      }),
    };
  }

  /** Whom a process asks for the addresses of names. */
  dns(pid: number): Told<DnsInside> {
    return this.#file(pid, '/etc/resolv.conf', DNS_LIMIT, parseResolvConf);
  }

  /** Which of these paths there are for a process. Nothing of them is read: no file is that small. */
  there(pid: number, paths: readonly string[]): string[] {
    return paths.filter((path) => {
      const { reason } = this.#file(pid, path, -1, () => null);
      return reason === 'too-large' || reason === 'not-a-file';
    });
  }

  #namesFor(pid: number): Told<Names> {
    return this.#file(pid, '/etc/passwd', NAMES_LIMIT, parseNames);
  }

  #file<T>(pid: number, path: string, limit: number, parse: (text: string) => T): Told<T> {
    if (this.readBelow === null) return { value: null, reason: NO_CALL };
    const root = `${this.proc.root}/${String(pid)}/root`;
    const { text, reason } = this.readBelow(root, path, limit);
    if (text !== null) return { value: parse(text), reason: null };
    return { value: null, reason };
  }
}
