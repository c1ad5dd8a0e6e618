import { gather, type Gathered } from '@lib/netlink/gather';
import { encodeQuestion, type Question } from '@lib/netlink/message';
import { NetlinkParseError } from '@lib/netlink/parse-error';
import { errnoName } from '../proc/c-library';
import type { Calls } from './calls';
import type { Told } from './requests';

/* bits/socket.h */
const AF_NETLINK = 16;
const SOCK_RAW_CLOEXEC = 3 | 0o2000000;
const MSG_DONTWAIT = 0x40;
/** `recv` returns how long the datagram is, also where less was room for. */
const MSG_TRUNC = 0x20;

/** The kernel makes none longer than half of this, but for what it cannot part. */
const ROOM = 64 * 1024;
/** A list that changes each time it is told is given up. */
const TRIES = 10;

export type OpenSocket = { fd: number; errno: null } | { fd: null; errno: string };

/** A socket of netlink: it stays in the network namespace where it was opened, and can be used elsewhere. */
export function openNetlink(calls: Calls, protocol: Question['protocol']): OpenSocket {
  const fd = calls.socket(AF_NETLINK, SOCK_RAW_CLOEXEC, protocol);
  return fd < 0 ? { fd: null, errno: calls.errno() } : { fd, errno: null };
}

/** Asks through an open socket, and waits for nothing: the kernel has answered when `send` returns. */
export function askKernel(calls: Calls, { fd, errno }: OpenSocket, question: Question): Told {
  if (fd === null) return { bytes: null, errno };
  try {
    for (let tries = 0; tries < TRIES; tries++) {
      const sequence = ++lastSequence;
      const sent = encodeQuestion(question, sequence);
      if (calls.send(fd, sent, sent.length, 0) < 0) throw new Failed(calls.errno());
      const { messages, error }: Gathered = gather(datagrams(calls, fd), question, sequence);
      if (messages !== null) return { bytes: messages, errno: null };
      if (error !== 'interrupted') throw new Failed(errnoName(error));
    }
    return { bytes: null, errno: 'EAGAIN' };
  } catch (error) {
    if (error instanceof Failed) return { bytes: null, errno: error.message };
    if (error instanceof NetlinkParseError) return { bytes: null, errno: 'EBADMSG' };
    throw error;
  }
}

let lastSequence = 0;

/** A call failed with the errno that is its message. */
class Failed extends Error {}

function* datagrams(calls: Calls, fd: number): Generator<Uint8Array> {
  for (;;) {
    const room = new Uint8Array(ROOM);
    const length = calls.recv(fd, room, ROOM, MSG_DONTWAIT | MSG_TRUNC);
    if (length < 0) throw new Failed(calls.errno());
    if (length > ROOM) throw new Failed('EMSGSIZE');
    yield room.subarray(0, length);
  }
}
