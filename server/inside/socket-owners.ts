import { setImmediate } from 'node:timers/promises';
import type { SocketOwners } from '@lib/inside/net-listening';
import { errnoOf, meansGone, type ProcRoot } from '../proc/read';

/** So many processes are looked at before others have their turn. */
const FEW = 32;

/**
 * Who has these sockets open, proc_pid_fd(5).
 *
 * @param pids the processes that are looked at
 */
export async function socketOwners(
  proc: ProcRoot,
  pids: readonly number[],
  inodes: ReadonlySet<string>,
): Promise<SocketOwners> {
  const owners = new Map<string, number[]>();
  if (inodes.size === 0) return { pids: owners, reason: null };
  let reason: string | null = null;
  for (const [at, pid] of pids.entries()) {
    if (at % FEW === FEW - 1) await setImmediate();
    try {
      for (const inode of socketsOf(proc, pid)) {
        if (!inodes.has(inode)) continue;
        const own = owners.get(inode) ?? [];
        owners.set(inode, own);
        own.push(pid);
      }
    } catch (error) {
      const errno = errnoOf(error);
      if (!meansGone(errno)) reason ??= errno;
    }
  }
  return { pids: owners, reason };
}

function socketsOf(proc: ProcRoot, pid: number): ReadonlySet<string> {
  const folder = `${String(pid)}/fd`;
  const sockets = new Set<string>();
  for (const fd of proc.numbers(folder)) {
    const inode = /^socket:\[(\d+)\]$/.exec(proc.passingLink(`${folder}/${String(fd)}`))?.[1];
    if (inode !== undefined) sockets.add(inode);
  }
  return sockets;
}
