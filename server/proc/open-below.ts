import { closeSync, constants, openSync, statfsSync } from 'node:fs';

/** <fcntl.h>: names a file without opening it, so nothing of it is read and no device is told. */
const O_PATH = 0o10000000;
/** <linux/magic.h>: the file system that namespace files are in, and nothing else is. */
const NSFS_MAGIC = 0x6e736673;

/** What was to be a file of a namespace is something else. */
export class NotNamespaceFile extends Error {}

/**
 * Opens what should be the file of a namespace where somebody else says what is there: below
 * `/proc/PID/root` whoever owns that mount namespace, at `/proc/PID/fd/N` the process. Between our look
 * and now they may have put a device there, or a pipe, to be opened by us with the rights that we
 * have. So it is first named, then known to be in nsfs, and only then opened: that very file.
 *
 * @param links `refuse` where there should be a file; `follow` where the kernel has a link to it
 * @throws NotNamespaceFile, or what the system call throws
 */
export function openNamespaceFile(path: string, links: 'refuse' | 'follow'): number {
  const named = openSync(path, O_PATH | (links === 'refuse' ? constants.O_NOFOLLOW : 0));
  try {
    const here = `/proc/self/fd/${String(named)}`;
    if (statfsSync(here).type !== NSFS_MAGIC) throw new NotNamespaceFile(path);
    return openSync(here, constants.O_RDONLY);
  } finally {
    closeSync(named);
  }
}
