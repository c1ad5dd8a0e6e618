import { constants } from 'node:fs';
import { open, statfs } from 'node:fs/promises';
import type { IpcInside } from '@lib/inside/ipc';
import type { ProcRoot } from '../proc/read';
import { mountsOf } from './mounts';

/** <fcntl.h>: names a file without opening it. */
const O_PATH = 0o10000000;
/** <linux/magic.h> */
const TMPFS_MAGIC = 0x01021994;

/**
 * The file system that a process has at /dev/shm; null where none is mounted there. What there is in its
 * root is whatever it wants: no link is followed, for one would lead out of that root.
 *
 * @throws TooMuch, what the system call throws, or ProcParseError
 */
export async function readShmMount(proc: ProcRoot, pid: number): Promise<IpcInside['shmMount']> {
  const mounts = mountsOf(proc, pid);
  // The last covers the others.
  const mount = mounts.findLast(({ mountPoint }) => mountPoint === '/dev/shm');
  if (mount?.fsType !== 'tmpfs') return null;

  const named = O_PATH | constants.O_NOFOLLOW | constants.O_DIRECTORY;
  const dev = await open(`${proc.root}/${String(pid)}/root/dev`, named);
  try {
    const shm = await open(`/proc/self/fd/${String(dev.fd)}/shm`, named);
    try {
      const { type, blocks, bfree, bsize } = await statfs(`/proc/self/fd/${String(shm.fd)}`);
      // Another mount on /dev may cover the one that is told of.
      const isMount = (await shm.stat()).dev !== (await dev.stat()).dev;
      if (type !== TMPFS_MAGIC || !isMount) return null;
      const usedBytes = (blocks - bfree) * bsize;
      return { sizeBytes: blocks === 0 ? null : blocks * bsize, usedBytes };
    } finally {
      await shm.close();
    }
  } finally {
    await dev.close();
  }
}
