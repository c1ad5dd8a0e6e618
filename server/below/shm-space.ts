import { closeSync, constants, fstatSync, openSync, statfsSync } from 'node:fs';
import type { ShmMount } from '@lib/inside/ipc';

/** <fcntl.h>: names a file without opening it. */
const O_PATH = 0o10000000;
/** <linux/magic.h> */
const TMPFS_MAGIC = 0x01021994;

/**
 * The tmpfs at /dev/shm in a root; null where none is mounted there. What there is in that root is whatever
 * it wants: no link is followed, for one would lead out of it.
 *
 * @param root its folder @throws what the system call throws
 */
export function readShmSpace(root: string): ShmMount | null {
  const named = O_PATH | constants.O_NOFOLLOW | constants.O_DIRECTORY;
  const dev = openSync(`${root}/dev`, named);
  try {
    const shm = openSync(`/proc/self/fd/${String(dev)}/shm`, named);
    try {
      const { type, blocks, bfree, bsize } = statfsSync(`/proc/self/fd/${String(shm)}`);
      // Another mount on /dev may cover the one that is told of.
      const isMount = fstatSync(shm).dev !== fstatSync(dev).dev;
      if (type !== TMPFS_MAGIC || !isMount) return null;
      const usedBytes = (blocks - bfree) * bsize;
      return { sizeBytes: blocks === 0 ? null : blocks * bsize, usedBytes };
    } finally {
      closeSync(shm);
    }
  } finally {
    closeSync(dev);
  }
}
