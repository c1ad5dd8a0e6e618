import { closeSync, constants, openSync, statSync } from 'node:fs';
import { namedFiles, type Identity, type NamedFiles, type Way } from './named-file';

/** <fcntl.h>: names a file without opening it, so nothing of it is read and no device is told. */
const O_PATH = 0o10000000;
/** A file that is in nsfs. */
const OUR_OWN = '/proc/self/ns/mnt';

const NOT_WAITED_FOR: Way = { links: 'refuse', wait: false };
const WAITED_FOR: Way = { links: 'refuse', wait: true };

/** What was to be a file of a namespace is something else, or cannot be known to be one. */
export class NotNamespaceFile extends Error {}

/*
 * Files of namespaces, opened where somebody else says what is there: below `/proc/PID/root` whoever owns that
 * mount namespace, at `/proc/PID/fd/N` the process. Between our look and now they may have put a device
 * there, or a pipe, to be opened by us with the rights that we have; or a file system that never answers. So
 * it is first named, then known to be in nsfs without asking a file system, and only then opened: that very
 * file.
 */

/**
 * By a link of the kernel's own.
 *
 * @throws NotNamespaceFile, or what the system call throws
 */
export function openNamespaceLink(path: string): number {
  const files = filesToName(path);
  const named = openSync(path, O_PATH);
  try {
    return opened(files, named, path);
  } finally {
    closeSync(named);
  }
}

/**
 * By a path without links in a root. Where a namespace is mounted the kernel knows the way by heart: only what
 * was put there since would have to be waited for, and is not.
 *
 * @param root its folder @throws NotNamespaceFile, or what the system call throws
 */
export function openNamespaceBelow(root: string, path: string): number {
  const files = filesToName(path);
  return named(files, root, path, NOT_WAITED_FOR, (fd) => opened(files, fd, path));
}

/**
 * Device, inode and last change of what is at a path in a root, links followed, as the kernel knows them by heart.
 *
 * @param root its folder @throws what the system call throws; EAGAIN: the kernel does not
 */
export function rememberedBelow(root: string, path: string): Identity {
  const files = namedFiles();
  if (files === null) return statSync(`${root}${path}`, { bigint: true });
  return named(files, root, path, { ...NOT_WAITED_FOR, links: 'follow' }, (fd) =>
    files.remembered(fd),
  );
}

/**
 * What is at a path in a root, links followed, named as the kernel knows it by heart.
 *
 * @param root its folder @returns its descriptor (O_PATH), the caller's to close
 * @throws what the system call throws; EAGAIN: the kernel does not
 */
export function holdBelow(root: string, path: string): number {
  const files = namedFiles();
  if (files === null) return openSync(`${root}${path}`, O_PATH);
  return named(files, root, path, { ...NOT_WAITED_FOR, links: 'follow' }, (fd) =>
    openSync(pathOf(fd), O_PATH),
  );
}

/**
 * A folder by a path without links in a root. Where something is mounted the kernel knows the way by heart.
 *
 * @param root its folder @param mounted where a file system of the kernel's own is mounted: that is not
 *   waited for, and below it nobody has to be
 * @param rest the path from there @returns its descriptor (O_PATH), the caller's to close
 * @throws what the system call throws; EAGAIN: the kernel does not know it by heart
 */
export function openFolderBelow(root: string, mounted: string, rest: string): number {
  const files = namedFiles();
  if (files === null) return openFolder(`${root}${mounted}${rest}`);
  return named(files, root, mounted, NOT_WAITED_FOR, (fd) =>
    rest === '' ? keep(fd) : named(files, pathOf(fd), rest, WAITED_FOR, keep),
  );
}

/** The same folder by a descriptor of its own. */
function keep(fd: number): number {
  return openFolder(pathOf(fd));
}

function openFolder(path: string): number {
  return openSync(path, O_PATH | constants.O_DIRECTORY);
}

/** What is open, as a path. */
export function pathOf(fd: number): string {
  return `/proc/self/fd/${String(fd)}`;
}

function named<T>(
  files: NamedFiles,
  root: string,
  path: string,
  way: Way,
  take: (fd: number) => T,
): T {
  const folder = openSync(root, O_PATH | constants.O_DIRECTORY);
  try {
    const { fd, errno } = files.below(folder, path, way);
    if (fd === null) throw Object.assign(new Error(`${errno}: ${path}`), { code: errno });
    try {
      return take(fd);
    } finally {
      files.close(fd);
    }
  } finally {
    closeSync(folder);
  }
}

function filesToName(path: string): NamedFiles {
  const files = namedFiles();
  if (files === null) throw new NotNamespaceFile(path);
  return files;
}

function opened(files: NamedFiles, named: number, path: string): number {
  if (files.remembered(named).dev !== nsfs()) throw new NotNamespaceFile(path);
  return openSync(`/proc/self/fd/${String(named)}`, constants.O_RDONLY);
}

let device: bigint | null = null;

/** The device of nsfs: all that are in it, and nothing else, are on that. */
function nsfs(): bigint {
  device ??= statSync(OUR_OWN, { bigint: true }).dev;
  return device;
}
