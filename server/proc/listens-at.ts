import { parseNetUnix } from '@lib/proc/net-unix';
import { attempt } from './attempt';
import type { ProcRoot } from './read';

/** The files of Unix sockets at which a process waits for connections, or the errno of what keeps them from us. */
export type ListensAt = { paths: string[]; reason: null } | { paths: null; reason: string };

/** How many of its descriptors are looked at: who listens does so early on, and the first have the lowest numbers. */
const MOST_DESCRIPTORS = 1024;

/**
 * Where a process listens, by the names under which it bound its sockets: they are paths in its own root. Those
 * without a file (abstract ones, unix(7)) are left out.
 */
export function listensAt(proc: ProcRoot, pid: number, most = MOST_DESCRIPTORS): ListensAt {
  const found = attempt(() => {
    const own = new Set(socketsOf(proc, pid, most));
    // The process is in one network namespace, and may have been given a socket of another.
    const listening = parseNetUnix(proc.records(`${String(pid)}/net/unix`).toString());
    return listening.filter(({ path, inode }) => path.startsWith('/') && own.has(inode));
  });
  if (found.errno !== null) return { paths: null, reason: found.errno };
  return { paths: [...new Set(found.value.map(({ path }) => path))].sort(), reason: null };
}

/**
 * The inodes of the sockets that a process has open.
 *
 * @param most how many of its descriptors are looked at @throws what keeps them from us
 */
export function* socketsOf(proc: ProcRoot, pid: number, most = Infinity): Generator<string> {
  for (const fd of proc.numbers(`${String(pid)}/fd`).slice(0, most)) {
    const target = attempt(() => proc.link(`${String(pid)}/fd/${String(fd)}`));
    const inode = target.errno === null ? /^socket:\[(\d+)\]$/.exec(target.value)?.[1] : undefined;
    if (inode !== undefined) yield inode;
  }
}
