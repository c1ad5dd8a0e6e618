import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { errnoName, loadKoffi } from './c-library';
import { errnoOf, meansGone } from './read';

/** What a file says, or why it was not read: an errno, `not-a-file` or `too-large`; ESRCH: the root is gone. */
export type FileBelow = { text: string; reason: null } | { text: null; reason: string };

/**
 * Reads a file in a root that is somebody else's, such as `/proc/PID/root`.
 *
 * @param root its folder
 * @param path of the file, as who lives in that root would write it: `/etc/passwd`
 * @param limit in bytes: a larger file is not read
 */
export type ReadBelow = (root: string, path: string, limit: number) => FileBelow;

/* <fcntl.h>, <linux/openat2.h>, and the number of openat2, which nearly all machines have in common */
const O_PATH = 0o10000000;
const O_CLOEXEC = 0o2000000;
const RESOLVE_NO_MAGICLINKS = 0x02;
const RESOLVE_IN_ROOT = 0x10;
const SYS_OPENAT2 = 437;
const NO_ROOT = 'ESRCH';
/** openat2(2) gives up where `..` was met while something somewhere was renamed or mounted. */
const ATTEMPTS = 8;

/**
 * Whoever lives in a root says what is at a path of it: a link to `/etc/shadow`, which would be ours, a
 * pipe that nobody writes to, a device that does something when it is opened. So the kernel follows the
 * path with that root for `/` and never out of it, and without links of the kernel's own
 * (RESOLVE_IN_ROOT); the file is first named (O_PATH) and opened when it is known to be a regular one
 * that is not too large. What the kernel makes up as it is read, some of it only once, has no size
 * and counts as empty.
 *
 * @param load gives koffi, or throws where it is not installed or not made for this machine
 * @returns null where openat2 cannot be called
 */
export function createReadBelow(load = loadKoffi): ReadBelow | null {
  const calls = callsBy(load);
  if (calls === null) return null;
  return (root, path, limit) => {
    let folder: number;
    try {
      folder = openSync(root, O_PATH | constants.O_DIRECTORY);
    } catch (error) {
      const reason = errnoOf(error);
      return { text: null, reason: meansGone(reason) ? NO_ROOT : reason };
    }
    try {
      const named = calls.openInRoot(folder, path);
      if (named.errno !== null) return { text: null, reason: named.errno };
      try {
        return read(named.fd, limit);
      } finally {
        calls.close(named.fd);
      }
    } finally {
      closeSync(folder);
    }
  };
}

function read(named: number, limit: number): FileBelow {
  try {
    const { size, mode } = fstatSync(named);
    if ((mode & constants.S_IFMT) !== constants.S_IFREG)
      return { text: null, reason: 'not-a-file' };
    if (size > limit) return { text: null, reason: 'too-large' };
    if (size === 0) return { text: '', reason: null };
    // Without waiting: its owner may hold a lease on it, fcntl(2).
    const flags = constants.O_RDONLY | constants.O_NONBLOCK;
    const fd = openSync(`/proc/self/fd/${String(named)}`, flags);
    try {
      return { text: beginning(fd, size).toString(), reason: null };
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    return { text: null, reason: errnoOf(error) };
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

interface Calls {
  openInRoot: (
    folder: number,
    path: string,
  ) => { fd: number; errno: null } | { fd: null; errno: string };
  close: (fd: number) => number;
}

function callsBy(load: typeof loadKoffi): Calls | null {
  try {
    const koffi = load();
    const library = koffi.load(null);
    const openat2: (
      call: number,
      at: number,
      path: string,
      how: BigUint64Array,
      size: number,
    ) => number = library.func(
      'long syscall(long call, int at, const char *path, const void *how, size_t size)',
    );
    // struct open_how: flags, mode, resolve.
    const how = BigUint64Array.of(
      BigInt(O_PATH | O_CLOEXEC),
      0n,
      BigInt(RESOLVE_IN_ROOT | RESOLVE_NO_MAGICLINKS),
    );
    return {
      openInRoot: (folder, path) => {
        let errno = 'EAGAIN';
        for (let n = 0; n < ATTEMPTS && errno === 'EAGAIN'; n += 1) {
          const fd = openat2(SYS_OPENAT2, folder, path, how, how.byteLength);
          if (fd >= 0) return { fd, errno: null };
          errno = errnoName(koffi.errno());
        }
        return { fd: null, errno };
      },
      close: library.func('int close(int fd)'),
    };
  } catch {
    // Whatever the reason, it is told for each file that it could not be read.
    return null;
  }
}
