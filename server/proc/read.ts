import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { openNamespaceBelow, openNamespaceLink, rememberedBelow } from './open-below';

/** One file of /proc is read into this; it grows when a file fills it. Shared by all reads. */
let buffer = Buffer.allocUnsafeSlow(64 * 1024);
/** In bytes: so far it grows. A larger file has a buffer of its own, which goes with it. */
const LARGEST_SHARED = 1024 * 1024;

/** There is more in a file than whoever asked would have. */
export class TooMuch extends Error {}

const PID = /^[1-9]\d*$/;

/** The process is gone, or the file with it. */
export function meansGone(errno: string): boolean {
  return errno === 'ENOENT' || errno === 'ESRCH';
}

/** The errno of a failed system call, e.g. `EACCES`; any other error is thrown on. */
export function errnoOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return error.code;
  }
  throw error;
}

/**
 * The only door to /proc: files, links and folders below `root`, read synchronously. With the many
 * small files of /proc this is several times faster than asynchronous reads. Every method throws
 * what the system call throws.
 *
 * Bytes that a method returns are valid until the next read.
 */
export class ProcRoot {
  constructor(readonly root: string) {}

  /** A file that the kernel writes in one go (all those about one process but the maps). */
  file(path: string): Buffer {
    const fd = this.open(path);
    try {
      return this.again(fd);
    } finally {
      closeSync(fd);
    }
  }

  /**
   * A file that the kernel writes record by record, so that one read gives only some of them.
   *
   * @param most in bytes: of a longer one no more is read @throws TooMuch where it is longer
   */
  records(path: string, most = Infinity): Buffer {
    const fd = this.open(path);
    try {
      return readOn(fd, 0, most);
    } finally {
      closeSync(fd);
    }
  }

  /** The lines of such a file, read as they are asked for: who has found one reads no further. */
  *lines(path: string): Generator<string> {
    const fd = this.open(path);
    try {
      let rest = '';
      for (let n = 1, at = 0; n > 0; at += n) {
        n = readSync(fd, buffer, 0, buffer.length, at);
        const lines = (rest + buffer.toString('latin1', 0, n)).split('\n');
        rest = lines.pop() ?? '';
        yield* lines;
      }
      if (rest !== '') yield rest;
    } finally {
      closeSync(fd);
    }
  }

  /** The first `limit` bytes of a file that is written in one go. */
  beginning(path: string, limit: number): Buffer {
    const fd = this.open(path);
    try {
      return buffer.subarray(0, readSync(fd, buffer, 0, limit, 0));
    } finally {
      closeSync(fd);
    }
  }

  /** A file kept open, to be closed by `close`. */
  open(path: string): number {
    return openSync(`${this.root}/${path}`, constants.O_RDONLY);
  }

  /** A file of a namespace, wherever it is; all but `PID/root/…` are links of the kernel's. */
  openNamespace(path: string): number {
    const [, root, below] = /^(\d+(?:\/task\/\d+)?\/root)(\/.+)$/.exec(path) ?? [];
    if (root === undefined || below === undefined) return openNamespaceLink(`${this.root}/${path}`);
    return openNamespaceBelow(`${this.root}/${root}`, below);
  }

  /** As `file`, of a file that is open; can be read again and again. */
  again(fd: number): Buffer {
    const length = readSync(fd, buffer, 0, buffer.length, 0);
    return length < buffer.length ? buffer.subarray(0, length) : readOn(fd, length);
  }

  close(fd: number): void {
    closeSync(fd);
  }

  /** Of an open file. */
  inode(fd: number): string {
    return String(fstatSync(fd, { bigint: true }).ino);
  }

  link(path: string): string {
    return readlinkSync(`${this.root}/${path}`);
  }

  /** The target of a link that may go meanwhile, as that of an open file; empty where it did. */
  passingLink(path: string): string {
    try {
      return this.link(path);
    } catch (error) {
      if (meansGone(errnoOf(error))) return '';
      throw error;
    }
  }

  /** The numeric names in a folder: processes, threads or file descriptors. */
  numbers(path: string): number[] {
    return readdirSync(`${this.root}/${path}`)
      .filter((name) => PID.test(name) || name === '0')
      .map(Number);
  }

  names(path: string): string[] {
    return readdirSync(`${this.root}/${path}`);
  }

  /** Device and inode of what is at `path`, links followed. */
  identity(path: string): string {
    const { dev, ino } = statSync(`${this.root}/${path}`, { bigint: true });
    return `${String(dev)}:${String(ino)}`;
  }

  /**
   * The same of what is at a path in the root of a process, which no file system is waited for to tell.
   *
   * @throws EAGAIN where one would have to be
   */
  identityBelow(pid: number, path: string): string {
    const { dev, ino } = rememberedBelow(`${this.root}/${String(pid)}/root`, path);
    return `${String(dev)}:${String(ino)}`;
  }
}

/** As ProcRoot.identity, of a path outside /proc. */
export function fileIdentity(path: string): string {
  const { dev, ino } = statSync(path, { bigint: true });
  return `${String(dev)}:${String(ino)}`;
}

/** `path` with its links resolved, or as it is where that fails. */
export function resolvedPath(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    errnoOf(error);
    return path;
  }
}

/** Reads to the end of a file of which `length` bytes are in the buffer already. */
function readOn(fd: number, length: number, most = Infinity): Buffer {
  let into = buffer;
  for (;;) {
    if (length > most) throw new TooMuch();
    if (length === into.length) {
      const grown = Buffer.allocUnsafeSlow(into.length * 2);
      into.copy(grown);
      into = grown;
      if (grown.length <= LARGEST_SHARED) buffer = grown;
    }
    const n = readSync(fd, into, length, into.length - length, length);
    if (n === 0) return into.subarray(0, length);
    length += n;
  }
}
