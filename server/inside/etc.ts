import type { DnsInside } from '@lib/inside/dns';
import { namesOf, type NamedUids, type NamesInside } from '@lib/inside/names';
import type { Residents } from '@lib/inside/reading';
import { unreadableOf, type Told } from '@lib/inside/told';
import type { Unreadable } from '@lib/model/unreadable';
import { parseNames, type Names } from '@lib/proc/passwd';
import { parseResolvConf } from '@lib/proc/resolv-conf';
import type { Below } from '../below/below';

/* What files in /etc say, as a process sees them: it may have a root of its own. */

/** In bytes: some ten thousand names; of resolv.conf programs use a few lines. */
const NAMES_LIMIT = 512 * 1024;
const DNS_LIMIT = 64 * 1024;

/** Nobody is there any more to be read through. */
const NO_PROCESS = 'ESRCH';
/** Through so many processes it is tried at most. */
const TRIED = 8;

/**
 * What numbers are called inside a user namespace and outside. A container may have no such file: then
 * nobody in there has a name.
 *
 * @param pid of a process in it @param host who sees the files of the host
 */
export async function readNames(
  below: Below,
  pid: number,
  host: Residents | null,
  uids: NamedUids,
): Promise<{ names: NamesInside; unreadable: Unreadable }> {
  const inside = await namesFor(below, pid);
  let outside: Told<Names> = { value: null, reason: NO_PROCESS };
  for (const each of host?.pids.slice(0, TRIED) ?? []) {
    outside = await namesFor(below, each);
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
export function readDns(below: Below, pid: number): Promise<Told<DnsInside>> {
  return read(below, pid, '/etc/resolv.conf', DNS_LIMIT, parseResolvConf);
}

/** Which of these paths there are for a process. Nothing of them is read: no file is that small. */
export async function pathsThere(
  below: Below,
  pid: number,
  paths: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const { reason } = await below.file(pid, path, -1);
    if (reason === 'too-large' || reason === 'not-a-file') found.push(path);
  }
  return found;
}

function namesFor(below: Below, pid: number): Promise<Told<Names>> {
  return read(below, pid, '/etc/passwd', NAMES_LIMIT, parseNames);
}

async function read<T>(
  below: Below,
  pid: number,
  path: string,
  limit: number,
  parse: (text: string) => T,
): Promise<Told<T>> {
  const { value: text, reason } = await below.file(pid, path, limit);
  if (text !== null) return { value: parse(text), reason: null };
  return { value: null, reason };
}
