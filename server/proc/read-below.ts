import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Told } from '@lib/inside/told';
import { loadKoffi } from './c-library';
import { createNamedFiles } from './named-file';
import { errnoOf, meansGone } from './read';

/**
 * Reads a file in a root that is somebody else's, such as `/proc/PID/root`. Waits for as long as its file
 * system takes, which may be for ever. Why it was not read is an errno, `not-a-file` or `too-large`; ESRCH: the
 * root is gone.
 *
 * @param root its folder
 * @param path of the file, as who lives in that root would write it: `/etc/passwd`
 * @param limit in bytes: a larger file is not read
 */
export type ReadBelow = (root: string, path: string, limit: number) => Told<string>;

/** <fcntl.h> */
const O_PATH = 0o10000000;
const NO_ROOT = 'ESRCH';
const NO_CALL = 'ENOSYS';

/**
 * Whoever lives in a root says what is at a path of it: a link to `/etc/shadow`, which would be ours, a
 * pipe that nobody writes to, a device that does something when it is opened. So the kernel follows the
 * path with that root for `/` and never out of it, and without links of the kernel's own
 * (RESOLVE_IN_ROOT); the file is first named (O_PATH) and opened when it is known to be a regular one
 * that is not too large. What the kernel makes up as it is read, some of it only once, has no size
 * and counts as empty.
 *
 * @param load gives koffi, or throws where it is not installed or not made for this machine
 * @returns what tells of each file `ENOSYS` where openat2 cannot be called
 */
export function createReadBelow(load = loadKoffi): ReadBelow {
  const files = createNamedFiles(load);
  if (files === null) return () => ({ value: null, reason: NO_CALL });
  return (root, path, limit) => {
    let folder: number;
    try {
      folder = openSync(root, O_PATH | constants.O_DIRECTORY);
    } catch (error) {
      const reason = errnoOf(error);
      return { value: null, reason: meansGone(reason) ? NO_ROOT : reason };
    }
    try {
      const named = files.below(folder, path, { links: 'follow', wait: true });
      if (named.fd === null) return { value: null, reason: named.errno };
      try {
        return read(named.fd, limit);
      } finally {
        files.close(named.fd);
      }
    } finally {
      closeSync(folder);
    }
  };
}

function read(named: number, limit: number): Told<string> {
  try {
    const { size, mode } = fstatSync(named);
    if ((mode & constants.S_IFMT) !== constants.S_IFREG)
      return { value: null, reason: 'not-a-file' };
    if (size > limit) return { value: null, reason: 'too-large' };
    if (size === 0) return { value: '', reason: null };
    // Without waiting: its owner may hold a lease on it, fcntl(2).
    const flags = constants.O_RDONLY | constants.O_NONBLOCK;
    const fd = openSync(`/proc/self/fd/${String(named)}`, flags);
    try {
      return { value: beginning(fd, size).toString(), reason: null };
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    return { value: null, reason: errnoOf(error) };
  }
}

/** So many bytes, or fewer where it has become shorter; it may grow for as long as it likes. */
function beginning(fd: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  let length = 0;
  while (length < size) {
    const n = readSync(fd, bytes, length, size - length, length);
    if (n === 0) break;
    length += n;
  }
  return bytes.subarray(0, length);
}
