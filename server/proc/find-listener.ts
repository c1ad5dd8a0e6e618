import { basename } from 'node:path';
import { parseNetUnix } from '@lib/proc/net-unix';
import { ProcParseError } from '@lib/proc/parse-error';
import { parseStat } from '@lib/proc/stat';
import { errnoOf, fileIdentity, meansGone, resolvedPath, type ProcRoot } from './read';

export interface Listener {
  pid: number;
  startTicks: string;
}

/** The process that listens, or why none was found. */
export type ListenerSearch =
  | { listener: Listener; reason: null }
  /**
   * `not-listening`: no socket of that name waits for connections. Else the errno that kept the
   * file descriptors of some processes from us, or `ENOENT` if no process holds it.
   */
  | { listener: null; reason: string };

/**
 * Finds the daemon behind a Unix socket: the socket's inode by /proc/PID/net/unix (unix(7)) of each
 * network namespace, then the process that has `socket:[inode]` among its file descriptors.
 *
 * With socket activation systemd holds the socket as well: PID 1 is taken only if nobody else has
 * it. A daemon inside a container can listen at the same path of another root: what counts is that
 * the process sees the very same file there.
 *
 * @param path of the socket, as we see it
 */
export function findListener(proc: ProcRoot, path: string): ListenerSearch {
  const real = resolvedPath(path);
  const ours = attempt(() => fileIdentity(real));
  if (ours.errno === 'ENOENT') return { listener: null, reason: 'not-listening' };
  const pids = proc.numbers('.').sort((a, b) => a - b);
  const inodes = listeningInodes(proc, pids, path, real);
  if (inodes.size === 0) return { listener: null, reason: 'not-listening' };

  let reason = 'ENOENT';
  let first: Listener | null = null;
  for (const pid of pids) {
    const held = attempt(() => holds(proc, pid, inodes));
    if (held.errno !== null) {
      if (!meansGone(held.errno)) reason = held.errno;
      continue;
    }
    if (!held.value) continue;
    const theirs = attempt(() => proc.identity(`${String(pid)}/root${real}`));
    if (ours.errno === null && theirs.errno === null && ours.value !== theirs.value) continue;
    const stat = attempt(() => parseStat(proc.file(`${String(pid)}/stat`)));
    if (stat.errno !== null) continue;
    const listener = { pid, startTicks: stat.value.startTicks };
    if (pid !== 1) return { listener, reason: null };
    first = listener;
  }
  return first === null ? { listener: null, reason } : { listener: first, reason: null };
}

/** Inodes of the sockets that listen at `path`, over all network namespaces. */
function listeningInodes(
  proc: ProcRoot,
  pids: readonly number[],
  path: string,
  real: string,
): Set<string> {
  const inodes = new Set<string>();
  const seen = new Set<string>();
  for (const pid of ['self', ...pids]) {
    const net = attempt(() => proc.link(`${String(pid)}/ns/net`));
    if (net.errno !== null || seen.has(net.value)) continue;
    const sockets = attempt(() => parseNetUnix(proc.records(`${String(pid)}/net/unix`).toString()));
    if (sockets.errno !== null) continue;
    seen.add(net.value);
    for (const socket of sockets.value) {
      if (isAt(socket.path, path, real)) inodes.add(socket.inode);
    }
  }
  return inodes;
}

function isAt(bound: string, path: string, real: string): boolean {
  if (bound === path || bound === real) return true;
  const name = basename(bound);
  const maybe = name === basename(path) || name === basename(real);
  return maybe && bound.startsWith('/') && resolvedPath(bound) === real;
}

function holds(proc: ProcRoot, pid: number, inodes: Set<string>): boolean {
  return proc.numbers(`${String(pid)}/fd`).some((fd) => {
    const target = attempt(() => proc.link(`${String(pid)}/fd/${String(fd)}`));
    const inode = target.errno === null ? /^socket:\[(\d+)\]$/.exec(target.value)?.[1] : undefined;
    return inode !== undefined && inodes.has(inode);
  });
}

type Attempt<T> = { value: T; errno: null } | { errno: string };

function attempt<T>(read: () => T): Attempt<T> {
  try {
    return { value: read(), errno: null };
  } catch (error) {
    return { errno: error instanceof ProcParseError ? 'EBADMSG' : errnoOf(error) };
  }
}
