import { isMapped } from '@lib/proc/ip-address';
import { ESTABLISHED, type TcpEnd } from '@lib/proc/net-tcp';
import { loadKoffi } from './c-library';

/**
 * Asks the kernel for one connection of TCP, sock_diag(7): a question of microseconds, where a read
 * of /proc/net/tcp goes through a table that is large on large machines even when it is empty.
 *
 * @returns the uid of the socket whose ends these are; null: it has no such socket, or will not say
 */
export type SocketDiag = (local: TcpEnd, remote: TcpEnd) => number | null;

/* linux/netlink.h, linux/sock_diag.h, linux/inet_diag.h, bits/socket.h */
const AF_INET = 2;
const AF_INET6 = 10;
const AF_NETLINK = 16;
const SOCK_RAW_CLOEXEC = 3 | 0o2000000;
const NETLINK_SOCK_DIAG = 4;
const SOCK_DIAG_BY_FAMILY = 20;
const NLM_F_REQUEST = 1;
const IPPROTO_TCP = 6;
const MSG_DONTWAIT = 0x40;
/** struct nlmsghdr, then struct inet_diag_req_v2. */
const QUESTION = 16 + 56;
/** struct nlmsghdr, then struct inet_diag_msg. */
const ANSWER = 16 + 72;

/**
 * @param load gives koffi, or throws where it is not installed or not made for this machine
 * @param littleEndian the machine is
 * @returns null where the kernel cannot be asked
 */
export function createSocketDiag(littleEndian: boolean, load = loadKoffi): SocketDiag | null {
  const calls = callsBy(load);
  if (calls === null) return null;
  const answer = Buffer.alloc(4096);
  return (local, remote) => {
    const fd = calls.socket(AF_NETLINK, SOCK_RAW_CLOEXEC, NETLINK_SOCK_DIAG);
    if (fd < 0) return null;
    try {
      const question = questionFor(local, remote, littleEndian);
      if (calls.send(fd, question, question.length, 0) !== question.length) return null;
      // The kernel has answered when `send` returns.
      const length = calls.recv(fd, answer, answer.length, MSG_DONTWAIT);
      return length < ANSWER ? null : uidIn(answer, littleEndian);
    } finally {
      calls.close(fd);
    }
  };
}

interface Calls {
  socket: (family: number, type: number, protocol: number) => number;
  send: (fd: number, bytes: Uint8Array, length: number, flags: number) => number;
  recv: (fd: number, into: Uint8Array, length: number, flags: number) => number;
  close: (fd: number) => number;
}

function callsBy(load: typeof loadKoffi): Calls | null {
  try {
    const library = load().load(null);
    return {
      socket: library.func('int socket(int domain, int type, int protocol)'),
      send: library.func('long send(int fd, const void *bytes, size_t length, int flags)'),
      recv: library.func('long recv(int fd, _Out_ void *into, size_t length, int flags)'),
      close: library.func('int close(int fd)'),
    };
  } catch {
    // Whatever the reason, the table in /proc is read then.
    return null;
  }
}

function questionFor(local: TcpEnd, remote: TcpEnd, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(QUESTION);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, QUESTION, littleEndian);
  view.setUint16(4, SOCK_DIAG_BY_FAMILY, littleEndian);
  view.setUint16(6, NLM_F_REQUEST, littleEndian);
  // One of IPv4 is found there whichever family its socket is of.
  const four = [local, remote].every(({ address }) => isMapped(address));
  bytes[16] = four ? AF_INET : AF_INET6;
  bytes[17] = IPPROTO_TCP;
  view.setUint32(20, 1 << ESTABLISHED, littleEndian);
  view.setUint16(24, local.port);
  view.setUint16(26, remote.port);
  const digits = (address: string) => Buffer.from(four ? address.slice(24) : address, 'hex');
  bytes.set(digits(local.address), 28);
  bytes.set(digits(remote.address), 44);
  // Any cookie: INET_DIAG_NOCOOKIE.
  bytes.fill(0xff, 64, 72);
  return bytes;
}

/** Null where that is no connected socket: also a listening one is answered where none is connected. */
function uidIn(answer: Buffer, littleEndian: boolean): number | null {
  const view = new DataView(answer.buffer, answer.byteOffset, ANSWER);
  if (view.getUint16(4, littleEndian) !== SOCK_DIAG_BY_FAMILY) return null;
  if (view.getUint8(17) !== ESTABLISHED) return null;
  return view.getUint32(16 + 64, littleEndian);
}
