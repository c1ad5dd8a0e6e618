import type { Listening } from '../inside/net';
import { isSame, parseAddress } from './address';
import type { Device, Network } from './network';
import type { Packet } from './packet';
import { Unknown } from './said';

/** Those that hear it. @throws Unknown where nobody is known to, and not all are known */
export function socketsOf(
  { listening, unheard, unbound }: Network,
  packet: Packet,
  device: Device,
): Listening[] {
  const { protocol, family, port, destination, reply } = packet;
  // Nobody has to hear it; or who called does.
  if (port === null || reply) return [];
  const meant = listening.filter((socket) => {
    if (socket.port !== port || !socket.protocol.startsWith(protocol)) return false;
    if (socket.device !== null && socket.device !== device.name && !isNumber(socket.device)) {
      return false;
    }
    if (socket.address === '0.0.0.0') return family === 4;
    if (socket.address === '::') return family === 6 || socket.v6Only !== true;
    const own = parseAddress(socket.address.replace(/^::ffff:(?=\d+\.)/, ''));
    return own !== null && isSame(own, destination);
  });
  // It may hear another device alone, or IPv6 alone.
  const isOpen = ({ address, v6Only, device: bound }: Listening) =>
    (bound === null ? unbound !== null : isNumber(bound)) ||
    (address === '::' && family === 4 && v6Only === null);
  const hearing = meant.filter((socket) => !isOpen(socket));
  const why = unheard[protocol] ?? (meant.length > 0 ? (unbound ?? 'ENODATA') : null);
  if (hearing.length === 0 && why !== null) {
    throw new Unknown({ code: 'unread', what: 'listening', why });
  }
  return hearing;
}

/** A device whose name is not known: it came, or went, while it was read. */
function isNumber(device: string): boolean {
  return device.startsWith('#');
}
