import { errnoName, loadKoffi } from './c-library';

/** What a call returned, or the name of the errno that it failed with. */
export type Answer = { value: number; errno: null } | { value: null; errno: string };

/**
 * What the kernel tells of a namespace through an open file of it, ioctl_nsfs(2). The descriptors
 * returned are the caller's to `close`: Node did not open them and would complain.
 */
export interface NsIoctl {
  /** Descriptor of the user namespace that owns it; `EPERM`: not within our own. */
  owner(fd: number): Answer;
  /** Descriptor of the parent of a pid or user namespace; `EPERM`: it has none that we may see. */
  parent(fd: number): Answer;
  /** The uid that made a user namespace, as our own user namespace numbers it. */
  ownerUid(fd: number): Answer;
  /**
   * The id that no other namespace of this boot has or will have; a number too large for exact
   * arithmetic, so as text. `ENOTTY`: the kernel has none (before Linux 6.18).
   */
  id(fd: number): { value: string; errno: null } | { value: null; errno: string };
  close(fd: number): void;
}

const NS_GET_USERNS = 0xb701;
const NS_GET_PARENT = 0xb702;
const NS_GET_OWNER_UID = 0xb704;
const NS_GET_ID = 0x8008b70d;

/**
 * Node has no ioctl: it is called in the C library through koffi.
 *
 * @param load gives koffi, or throws where it is not installed or not made for this machine
 * @returns null where it cannot be called
 */
export function createNsIoctl(load = loadKoffi): NsIoctl | null {
  const calls = ioctlBy(load);
  if (calls === null) return null;
  const { ioctl, ioctlOfLong, close, errno } = calls;
  const call = (fd: number, request: number, out: [number] | null): Answer => {
    const value = ioctl(fd, request, out);
    if (value < 0) return { value: null, errno: errnoName(errno()) };
    return { value: out === null ? value : out[0], errno: null };
  };
  return {
    owner: (fd) => call(fd, NS_GET_USERNS, null),
    parent: (fd) => call(fd, NS_GET_PARENT, null),
    ownerUid: (fd) => call(fd, NS_GET_OWNER_UID, [0]),
    id: (fd) => {
      const out: [number | bigint] = [0];
      return ioctlOfLong(fd, NS_GET_ID, out) < 0
        ? { value: null, errno: errnoName(errno()) }
        : { value: String(out[0]), errno: null };
    },
    close: (fd) => {
      close(fd);
    },
  };
}

interface Calls {
  ioctl: (fd: number, request: number, out: [number] | null) => number;
  /** The same function, for an answer of 64 bits. */
  ioctlOfLong: (fd: number, request: number, out: [number | bigint]) => number;
  close: (fd: number) => number;
  errno: () => number;
}

function ioctlBy(load: typeof loadKoffi): Calls | null {
  try {
    const koffi = load();
    const library = koffi.load(null);
    return {
      close: library.func('int close(int fd)'),
      ioctl: library.func('int ioctl(int fd, unsigned long request, _Out_ uint32_t *out)'),
      ioctlOfLong: library.func('int ioctl(int fd, unsigned long request, _Out_ uint64_t *out)'),
      errno: () => koffi.errno(),
    };
  } catch {
    // Whatever the reason, what is told by ioctl is then inferred, and marked so.
    return null;
  }
}
