import { endianness } from 'node:os';
import { errnoName, loadKoffi } from './c-library';

/* Files that are named without being opened (O_PATH, open(2)), through calls that Node does not have. */

/** Which links are followed, and whether a file system may be waited for. */
export interface Way {
  links: 'follow' | 'refuse';
  /** False: `EAGAIN` unless the kernel knows the whole path by heart. Linux before 5.12 always waits. */
  wait: boolean;
}

export interface Identity {
  dev: bigint;
  ino: bigint;
  /** When it was changed last, in nanoseconds: a number can be another file's afterwards. */
  ctimeNs: bigint;
}

export interface NamedFiles {
  /**
   * Names what is at a path below an open folder, which is `/` for that path and all links in it. The
   * descriptor is the caller's to `close`.
   */
  below(
    folder: number,
    path: string,
    way: Way,
  ): { fd: number; errno: null } | { fd: null; errno: string };
  /** As the kernel remembers it: no file system is asked, so none is waited for. */
  remembered(fd: number): Identity;
  close(fd: number): void;
}

/* <fcntl.h>, <linux/openat2.h>, <linux/stat.h>, and the number of openat2, which nearly all machines share */
const O_PATH = 0o10000000;
const O_CLOEXEC = 0o2000000;
const O_NOFOLLOW = 0o400000;
const RESOLVE_NO_MAGICLINKS = 0x02;
const RESOLVE_NO_SYMLINKS = 0x04;
const RESOLVE_IN_ROOT = 0x10;
const RESOLVE_CACHED = 0x20;
const SYS_OPENAT2 = 437;
const AT_EMPTY_PATH = 0x1000;
const AT_STATX_DONT_SYNC = 0x4000;
const STATX_CTIME = 0x80;
const STATX_INO = 0x100;
/** struct statx, and where in it the fields are. */
const STATX_BYTES = 256;
const AT_INO = 32;
const AT_CTIME = 96;
const AT_DEV_MAJOR = 136;
const AT_DEV_MINOR = 140;
const LITTLE = endianness() === 'LE';
/**
 * openat2(2) gives up where `..` was met while something somewhere was renamed or mounted, and, where it may
 * not wait, for less.
 */
const ATTEMPTS = 8;

/**
 * @param load gives koffi, or throws where it is not installed or not made for this machine
 * @returns null where these cannot be called
 */
export function createNamedFiles(load = loadKoffi): NamedFiles | null {
  const calls = callsBy(load);
  if (calls === null) return null;
  const { openat2, statx, close, errno } = calls;
  return {
    below: (folder, path, { links, wait }) => {
      const flags = O_PATH | O_CLOEXEC | (links === 'refuse' ? O_NOFOLLOW : 0);
      const kinds = links === 'refuse' ? RESOLVE_NO_SYMLINKS : RESOLVE_NO_MAGICLINKS;
      const name = (resolve: number) => {
        // struct open_how: flags, mode, resolve.
        const how = BigUint64Array.of(BigInt(flags), 0n, BigInt(resolve));
        let failed = 'EAGAIN';
        for (let n = 0; n < ATTEMPTS && failed === 'EAGAIN'; n += 1) {
          const fd = openat2(SYS_OPENAT2, folder, path, how, how.byteLength);
          if (fd >= 0) return { fd, errno: null };
          failed = errnoName(errno());
        }
        return { fd: null, errno: failed };
      };
      const waiting = RESOLVE_IN_ROOT | kinds;
      if (wait) return name(waiting);
      const named = name(waiting | RESOLVE_CACHED);
      // The kernel does not know the flag.
      return named.errno === 'EINVAL' ? name(waiting) : named;
    },
    remembered: (fd) => {
      const told = new DataView(new ArrayBuffer(STATX_BYTES));
      const bytes = new Uint8Array(told.buffer);
      // Of an open descriptor nothing is left to fail.
      const wanted = STATX_INO | STATX_CTIME;
      if (statx(fd, '', AT_EMPTY_PATH | AT_STATX_DONT_SYNC, wanted, bytes) !== 0)
        throw new Error(`statx: ${errnoName(errno())}`);
      return {
        dev: device(told.getUint32(AT_DEV_MAJOR, LITTLE), told.getUint32(AT_DEV_MINOR, LITTLE)),
        ino: told.getBigUint64(AT_INO, LITTLE),
        // struct statx_timestamp: seconds, nanoseconds.
        ctimeNs:
          told.getBigInt64(AT_CTIME, LITTLE) * 1_000_000_000n +
          BigInt(told.getUint32(AT_CTIME + 8, LITTLE)),
      };
    },
    close: (fd) => {
      close(fd);
    },
  };
}

/** As stat(2) tells it, makedev(3). */
function device(major: number, minor: number): bigint {
  const [high, low] = [BigInt(major), BigInt(minor)];
  return (
    ((high & ~0xfffn) << 32n) | ((high & 0xfffn) << 8n) | ((low & ~0xffn) << 12n) | (low & 0xffn)
  );
}

let files: NamedFiles | null = null;

/** As `createNamedFiles`, made when first asked for. */
export function namedFiles(): NamedFiles | null {
  files ??= createNamedFiles();
  return files;
}

interface Calls {
  openat2: (call: number, at: number, path: string, how: BigUint64Array, size: number) => number;
  statx: (at: number, path: string, flags: number, mask: number, out: Uint8Array) => number;
  close: (fd: number) => number;
  errno: () => number;
}

function callsBy(load: typeof loadKoffi): Calls | null {
  try {
    const koffi = load();
    const library = koffi.load(null);
    return {
      openat2: library.func(
        'long syscall(long call, int at, const char *path, const void *how, size_t size)',
      ),
      statx: library.func(
        'int statx(int at, const char *path, int flags, unsigned int mask, void *out)',
      ),
      close: library.func('int close(int fd)'),
      errno: () => koffi.errno(),
    };
  } catch {
    // Whatever the reason, who needs them does without, or says of each file that it could not be read.
    return null;
  }
}
