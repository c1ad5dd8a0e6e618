import { basename } from 'node:path';
import { parseNetUnix } from '@lib/proc/net-unix';
import { parseStat } from '@lib/proc/stat';
import { attempt } from './attempt';
import { socketsOf } from './listens-at';
import { rememberedBelow } from './open-below';
import { fileIdentity, meansGone, resolvedPath, type ProcRoot } from './read';

/** As the kernel calls the service manager that holds sockets for others, root's as well as a person's own. */
const MANAGER = 'systemd';

export interface Listener {
  pid: number;
  startTicks: string;
}

/** A process that holds the socket. */
interface Holder extends Listener {
  ppid: number;
  comm: string;
}

/** The process that listens, or why none was found. */
export type ListenerSearch =
  | { listener: Listener; reason: null }
  /**
   * `not-listening`: no socket of that name waits for connections. Else the errno that kept the
   * file descriptors of some processes from us, or `ENOENT` if no process holds it but a service manager.
   */
  | { listener: null; reason: string };

/** A Unix socket's file as whoever asks sees it: the reader may see other files, in a container. */
export interface SocketFile {
  path: string;
  /** With its links resolved. */
  real: string;
  /** Device and inode; null where they are kept from us. */
  identity: string | null;
}

/**
 * @param root the folder that is `/` for the path, where that is another's: nobody is waited for there
 * @returns null when no file is there
 */
export function socketFile(path: string, root?: string): SocketFile | null {
  if (root !== undefined) return fileBelow(path, root);
  // Named by such a path: resolved it would be one in our own root.
  const [, theirs, below] = /^(\/proc\/\d+\/root)(\/.+)$/.exec(path) ?? [];
  if (theirs !== undefined && below !== undefined) return fileBelow(below, theirs);
  const real = resolvedPath(path);
  const identity = attempt(() => fileIdentity(real));
  return identity.errno === 'ENOENT'
    ? null
    : { path, real, identity: identity.errno === null ? identity.value : null };
}

function fileBelow(path: string, root: string): SocketFile | null {
  const identity = attempt(() => rememberedBelow(root, path));
  if (identity.errno === 'ENOENT') return null;
  const known = identity.errno === null ? identity.value : null;
  return { path, real: path, identity: known === null ? null : `${known.dev}:${known.ino}` };
}

/**
 * Finds the daemon behind a Unix socket: the socket's inode by /proc/PID/net/unix (unix(7)) of each
 * network namespace, then the process that has `socket:[inode]` among its file descriptors.
 *
 * With socket activation a service manager holds the socket as well, root's or a person's own, before the daemon and as
 * long as it: who serves is asked for, and as long as nobody does nobody is named. A daemon inside a container can listen
 * at the same path of another root: what counts is that the process sees the very same file there.
 */
export function findListener(proc: ProcRoot, file: SocketFile): ListenerSearch {
  const pids = proc.numbers('.').sort((a, b) => a - b);
  const inodes = listeningInodes(proc, pids, file);
  if (inodes.size === 0) return { listener: null, reason: 'not-listening' };

  let reason = [...inodes.values()].some(({ surely }) => surely) ? 'ENOENT' : 'not-listening';
  const holders: Holder[] = [];
  for (const pid of pids) {
    const held = attempt(() => holds(proc, pid, inodes));
    if (held.errno !== null) {
      if (!meansGone(held.errno)) reason = held.errno;
      continue;
    }
    if (held.value === null) continue;
    const { bound, surely } = held.value;
    const theirs = attempt(() => proc.identityBelow(pid, surely ? file.real : bound));
    // The kernel knows by heart where it listens: what had to be waited for is another file.
    if (theirs.errno === 'EAGAIN') continue;
    const comparable = file.identity !== null && theirs.errno === null;
    if (comparable ? file.identity !== theirs.value : !surely) continue;
    const stat = attempt(() => parseStat(proc.file(`${String(pid)}/stat`)));
    if (stat.errno !== null) continue;
    const { ppid, comm, startTicks } = stat.value;
    holders.push({ pid, ppid, comm, startTicks });
  }
  const server = serverAmong(holders, proc);
  if (server === null) return { listener: null, reason };
  const { pid, startTicks } = server;
  return { listener: { pid, startTicks }, reason: null };
}

/** Who serves of those that hold a socket; null: nobody does yet. */
function serverAmong(holders: readonly Holder[], proc: ProcRoot): Holder | null {
  const handedOn = new Set(holders.flatMap(({ ppid }) => [...ancestors(ppid, proc)]));
  const serving = holders.filter(({ pid, comm }) => !handedOn.has(pid) && comm !== MANAGER);
  return serving[0] ?? null;
}

/** From a parent on upwards, as far as we are told. */
function* ancestors(parent: number, proc: ProcRoot): Generator<number> {
  const seen = new Set<number>();
  // A number can be given out anew while we go: no circle is followed.
  for (let pid = parent; pid > 0 && !seen.has(pid);) {
    seen.add(pid);
    yield pid;
    const at = pid;
    const stat = attempt(() => parseStat(proc.file(`${String(at)}/stat`)));
    pid = stat.errno === null ? stat.value.ppid : 0;
  }
}

/** Where a socket was bound: surely the path asked for, or one that may lead to the same file. */
interface Match {
  bound: string;
  surely: boolean;
}

/** Inodes of the sockets that listen there, over all network namespaces. */
function listeningInodes(
  proc: ProcRoot,
  pids: readonly number[],
  file: SocketFile,
): Map<string, Match> {
  const inodes = new Map<string, Match>();
  const seen = new Set<string>();
  for (const pid of ['self', ...pids]) {
    const net = attempt(() => proc.link(`${String(pid)}/ns/net`));
    if (net.errno !== null || seen.has(net.value)) continue;
    const sockets = attempt(() => parseNetUnix(proc.records(`${String(pid)}/net/unix`).toString()));
    if (sockets.errno !== null) continue;
    seen.add(net.value);
    for (const socket of sockets.value) {
      const match = matchOf(socket.path, file);
      if (match !== null) inodes.set(socket.inode, match);
    }
  }
  return inodes;
}

function matchOf(bound: string, { path, real }: SocketFile): Match | null {
  const surely = [path, real].some((each) => inRun(each) === inRun(bound));
  const name = basename(bound);
  const named = name === basename(path) || name === basename(real);
  return surely || (named && bound.startsWith('/')) ? { bound, surely } : null;
}

/** /var/run is another name of /run (Filesystem Hierarchy Standard, 3.15): no other folder to look at. */
function inRun(path: string): string {
  return path.replace(/^\/var\/run\//, '/run/');
}

function holds(proc: ProcRoot, pid: number, inodes: ReadonlyMap<string, Match>): Match | null {
  for (const inode of socketsOf(proc, pid)) {
    const match = inodes.get(inode);
    if (match !== undefined) return match;
  }
  return null;
}
