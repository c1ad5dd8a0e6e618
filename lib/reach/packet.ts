import type { Family } from '../netlink/address-text';
import { textOf, type Address } from './address';
import type { Said } from './said';

export const TRANSPORTS = ['tcp', 'udp'] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** A packet, as far as it is known: the port that somebody calls from is any, and so null. */
export interface Packet {
  family: Family;
  protocol: Transport;
  source: Address;
  destination: Address;
  sourcePort: number | null;
  port: number | null;
  /** It is on the way back. */
  reply: boolean;
  /** What rules have written on it; null: not known. */
  mark: number | null;
}

/** Bytes as far as they are known. */
export type Bytes = (number | null)[];

export const PROTOCOL_NUMBERS: Record<Transport, number> = { tcp: 6, udp: 17 };
const ETHERTYPES: Record<Family, readonly [number, number]> = { 4: [0x08, 0x00], 6: [0x86, 0xdd] };

/** Flags of TCP: the first of a connection, and the answer to it. */
export function tcpFlags({ reply }: Packet): number {
  return reply ? 0x12 : 0x02;
}

/** @param base as nftables numbers them: 0 of the link, 1 of the network, 2 of the transport */
export function headerBytes(packet: Packet, base: number, offset: number, length: number): Bytes {
  const header = base === 0 ? linkHeader(packet) : base === 1 ? network(packet) : transport(packet);
  return Array.from({ length }, (_, at) => (base > 2 ? null : (header[offset + at] ?? null)));
}

function linkHeader({ family }: Packet): Bytes {
  return [...unknown(12), ...ETHERTYPES[family]];
}

function network({ family, protocol, source, destination }: Packet): Bytes {
  const number = PROTOCOL_NUMBERS[protocol];
  return family === 4
    ? [0x45, ...unknown(8), number, ...unknown(2), ...source, ...destination]
    : [...unknown(6), number, null, ...source, ...destination];
}

function transport(packet: Packet): Bytes {
  const ports = [...portBytes(packet.sourcePort), ...portBytes(packet.port)];
  return packet.protocol === 'udp' ? ports : [...ports, ...unknown(9), tcpFlags(packet)];
}

function portBytes(port: number | null): Bytes {
  return port === null ? unknown(2) : [port >> 8, port & 0xff];
}

export function unknown(length: number): Bytes {
  return Array.from({ length }, () => null);
}

/** Where it goes to, to be told. */
export function spotOf({ destination, port }: Packet): Pick<Said, 'address' | 'port'> {
  const address = textOf(destination);
  return { ...(address === null ? {} : { address }), ...(port === null ? {} : { port }) };
}

/** Where it comes from. */
export function fromOf({ source }: Packet): Pick<Said, 'address'> {
  const address = textOf(source);
  return address === null ? {} : { address };
}
