import { padded } from './attributes';
import { bytesOfU16, bytesOfU32, Fields } from './fields';
import { NetlinkParseError } from './parse-error';

/*
 * Messages, struct nlmsghdr of linux/netlink.h: length (its own 16 bytes counted), type, flags, number
 * of the question, port; then the body.
 */

/** Who is asked, netlink(7): about devices, addresses, routes; about sockets; or about the firewall. */
export const NETLINK_ROUTE = 0;
export const NETLINK_SOCK_DIAG = 4;
export const NETLINK_NETFILTER = 12;

export type NetlinkProtocol =
  typeof NETLINK_ROUTE | typeof NETLINK_SOCK_DIAG | typeof NETLINK_NETFILTER;

/** One question to the kernel. */
export interface Question {
  protocol: NetlinkProtocol;
  type: number;
  /** All that there are, or one. */
  dump: boolean;
  body: Uint8Array;
}

export interface Message {
  type: number;
  flags: number;
  /** Of the question that it answers. */
  sequence: number;
  body: Fields;
}

const HEAD = 16;
const NLM_F_REQUEST = 1;
const NLM_F_DUMP = 0x300;

/** @param sequence comes back in every message that answers it */
export function encodeQuestion(question: Question, sequence: number): Uint8Array {
  const bytes = new Uint8Array(HEAD + padded(question.body.length));
  bytes.set(bytesOfU32(bytes.length), 0);
  bytes.set(bytesOfU16(question.type), 4);
  bytes.set(bytesOfU16(NLM_F_REQUEST | (question.dump ? NLM_F_DUMP : 0)), 6);
  bytes.set(bytesOfU32(sequence), 8);
  bytes.set(question.body, HEAD);
  return bytes;
}

/** @throws NetlinkParseError where the last is cut off */
export function messagesIn(bytes: Uint8Array): Message[] {
  const fields = new Fields(bytes);
  const messages: Message[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = fields.u32(at);
    if (length < HEAD) throw new NetlinkParseError('a message');
    messages.push({
      type: fields.u16(at + 4),
      flags: fields.u16(at + 6),
      sequence: fields.u32(at + 8),
      body: new Fields(fields.part(at + HEAD, length - HEAD)),
    });
    at += padded(length);
  }
  return messages;
}
