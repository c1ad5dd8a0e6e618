import { addressIn, familyOf, numberOf } from './address-text';
import { attributesIn } from './attributes';
import { bytesOfU32, Fields } from './fields';
import { messagesIn, NETLINK_SOCK_DIAG, type Question } from './message';

/*
 * Sockets, sock_diag(7): struct inet_diag_msg of linux/inet_diag.h (family, state, timer, retransmits;
 * ports, addresses, device and cookie; expires, queues, uid, inode), then attributes.
 */

export const PROTOCOLS = ['tcp', 'tcp6', 'udp', 'udp6'] as const;
export type Protocol = (typeof PROTOCOLS)[number];

/** One that waits for whoever calls. */
export interface ListeningSocket {
  protocol: Protocol;
  address: string;
  port: number;
  /** Index of the one device that it hears; null: all. */
  device: number | null;
  /** Of IPv6: it does not hear IPv4. Null where it is not told. */
  v6Only: boolean | null;
  inode: string;
}

const SOCK_DIAG_BY_FAMILY = 20;
const INET_DIAG_REQ = 56;
const INET_DIAG_MSG = 72;
const INET_DIAG_SKV6ONLY = 11;
const IPPROTO_TCP = 6;
const IPPROTO_UDP = 17;
/** TCP_LISTEN; and TCP_CLOSE, which is a socket of UDP that is bound and not connected. */
const LISTEN = 10;
const CLOSE = 7;

const isTcp = (protocol: Protocol): boolean => protocol.startsWith('tcp');
const familyIn = (protocol: Protocol) => (protocol.endsWith('6') ? 6 : 4);

export function listeningQuestion(protocol: Protocol): Question {
  const body = new Uint8Array(INET_DIAG_REQ);
  body[0] = numberOf(familyIn(protocol));
  body[1] = isTcp(protocol) ? IPPROTO_TCP : IPPROTO_UDP;
  body.set(bytesOfU32(1 << (isTcp(protocol) ? LISTEN : CLOSE)), 4);
  return { protocol: NETLINK_SOCK_DIAG, type: SOCK_DIAG_BY_FAMILY, dump: true, body };
}

/** @throws NetlinkParseError */
export function listeningIn(bytes: Uint8Array, protocol: Protocol): ListeningSocket[] {
  return messagesIn(bytes).flatMap(({ type, body }) => {
    const family = type === SOCK_DIAG_BY_FAMILY ? familyOf(body.u8(0)) : null;
    if (family === null) return [];
    const address = new Fields(body.part(8, family === 4 ? 4 : 16));
    return [
      {
        protocol,
        address: addressIn(address, family),
        port: body.port(4),
        device: body.u32(40) || null,
        v6Only: v6OnlyIn(body),
        inode: String(body.u32(68)),
      },
    ];
  });
}

function v6OnlyIn(body: Fields): boolean | null {
  const only = attributesIn(body, INET_DIAG_MSG).get(INET_DIAG_SKV6ONLY);
  return only === undefined ? null : only.u8(0) !== 0;
}
