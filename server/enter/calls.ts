import { errnoName, loadKoffi } from '../proc/c-library';

/** The calls of the C library that Node lacks. Those that fail return less than 0; `errno` says why. */
export interface Calls {
  /** Moves this thread alone into the namespace that the open file is of, setns(2). */
  setns: (fd: number, type: number) => number;
  socket: (family: number, type: number, protocol: number) => number;
  send: (fd: number, bytes: Uint8Array, length: number, flags: number) => number;
  recv: (fd: number, into: Uint8Array, length: number, flags: number) => number;
  close: (fd: number) => number;
  /** Of the last call that failed, by name. */
  errno: () => string;
}

/** @returns null where they cannot be called: koffi is not installed, or not made for this machine */
export function loadCalls(): Calls | null {
  try {
    const koffi = loadKoffi();
    const library = koffi.load(null);
    return {
      setns: library.func('int setns(int fd, int nstype)'),
      socket: library.func('int socket(int domain, int type, int protocol)'),
      send: library.func('long send(int fd, const void *bytes, size_t length, int flags)'),
      recv: library.func('long recv(int fd, _Out_ void *into, size_t length, int flags)'),
      close: library.func('int close(int fd)'),
      errno: () => errnoName(koffi.errno()),
    };
  } catch {
    // Whatever the reason: nothing is entered then, and it is said.
    return null;
  }
}
