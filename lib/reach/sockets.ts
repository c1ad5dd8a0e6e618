import type { Listening } from '../inside/net';
import { isSame, parseAddress } from './address';
import type { Device, Network } from './network';
import type { Packet } from './packet';

/** Those that hear it. */
export function socketsOf({ listening }: Network, packet: Packet, device: Device): Listening[] {
  const { protocol, family, port, destination } = packet;
  return listening.filter((socket) => {
    if (socket.port !== port || !socket.protocol.startsWith(protocol)) return false;
    if (socket.device !== null && socket.device !== device.name) return false;
    if (socket.address === '0.0.0.0') return family === 4;
    if (socket.address === '::') return family === 6 || socket.v6Only === false;
    const own = parseAddress(socket.address.replace(/^::ffff:(?=\d+\.)/, ''));
    return own !== null && isSame(own, destination);
  });
}
