import type { Fields } from '../netlink/fields';
import { addressType, type Place } from './place';
import { PROTOCOL_NUMBERS, tcpFlags, type Packet } from './packet';

/*
 * What iptables writes into rules as it is: linux/netfilter/xt_….h. Numbers are the processor's, but
 * for addresses and ports of xt_conntrack and nf_nat, which are in network order.
 */

/** Holds it of this packet? Null: that cannot be told. */
type Match = (info: Fields, place: Place, revision: number) => boolean | null;

/** The ports that programs call from, where nobody chose one: ip_local_port_range(7). */
const CALLING: readonly [number, number] = [32_768, 60_999];

const INVALID = 1;
const ESTABLISHED = 2;
const NEW = 8;

export function stateBit({ state }: Place): number {
  return { new: NEW, established: ESTABLISHED, invalid: INVALID }[state];
}

/** Only what is told of the state of the connection is understood of this one. */
const XT_CONNTRACK_STATE = 1;
/** The states SNAT and DNAT. */
const TRANSLATED = 64 | 128;
/** It was written in the words of the older `-m state`, and means the same. */
const XT_CONNTRACK_STATE_ALIAS = 1 << 13;

const MATCHES: Readonly<Record<string, Match>> = {
  comment: () => true,

  state: (info, place) => (info.u32(0) & stateBit(place)) !== 0,

  conntrack: (info, place, revision) => {
    if (revision < 1 || revision > 3) return null;
    if ((info.u16(146) & ~XT_CONNTRACK_STATE_ALIAS) !== XT_CONNTRACK_STATE) return null;
    const states = revision === 1 ? info.u8(150) : info.u16(150);
    const isOf = (states & stateBit(place)) !== 0;
    // Whether it was translated is not looked at here.
    if (!isOf && (states & TRANSLATED) !== 0) return null;
    return isOf !== ((info.u16(148) & XT_CONNTRACK_STATE) !== 0);
  },

  addrtype: (info, { network, packet }, revision) => {
    if (revision !== 1) return null;
    const [source, destination, flags] = [info.u16(0), info.u16(2), info.u32(4)];
    // LIMIT_IFACE_…: of the addresses of one device.
    if ((flags & ~3) !== 0) return null;
    const is = (types: number, address: typeof packet.source, inverted: boolean) =>
      types === 0 || ((types & (1 << addressType(network, address))) !== 0) !== inverted;
    return (
      is(source, packet.source, (flags & 1) !== 0) &&
      is(destination, packet.destination, (flags & 2) !== 0)
    );
  },

  tcp: (info, { packet }) => {
    if (packet.protocol !== 'tcp') return false;
    const inverted = info.u8(11);
    const flags = (tcpFlags(packet) & info.u8(9)) === info.u8(10);
    // A TCP option is looked for.
    const option = info.u8(8) === 0 ? true : null;
    return all(
      invert(from(packet, info.u16(0), info.u16(2)), (inverted & 1) !== 0),
      invert(to(packet, info.u16(4), info.u16(6)), (inverted & 2) !== 0),
      invert(flags, (inverted & 4) !== 0),
      option,
    );
  },

  udp: (info, { packet }) => {
    if (packet.protocol !== 'udp') return false;
    const inverted = info.u8(8);
    return all(
      invert(from(packet, info.u16(0), info.u16(2)), (inverted & 1) !== 0),
      invert(to(packet, info.u16(4), info.u16(6)), (inverted & 2) !== 0),
    );
  },

  multiport: (info, { packet }, revision) => {
    if (revision !== 1) return null;
    const [flags, count] = [info.u8(0), info.u8(1)];
    const ranges: [number, number][] = [];
    for (let at = 0; at < count; at++) {
      const first = info.u16(2 + 2 * at);
      const isRange = info.u8(32 + at) !== 0;
      ranges.push([first, isRange ? info.u16(4 + 2 * at) : first]);
      if (isRange) at += 1;
    }
    const source = any(...ranges.map(([first, last]) => from(packet, first, last)));
    const destination = any(...ranges.map(([first, last]) => to(packet, first, last)));
    const either = any(source, destination);
    return invert([source, destination, either][flags] ?? null, info.u8(47) !== 0);
  },

  mark: (info, { packet: { mark } }, revision) =>
    revision !== 1 || mark === null
      ? null
      : ((mark & info.u32(4)) >>> 0 === info.u32(0)) !== (info.u8(8) !== 0),

  icmp: (_, { packet }) => PROTOCOL_NUMBERS[packet.protocol] === 1,
  icmp6: (_, { packet }) => PROTOCOL_NUMBERS[packet.protocol] === 58,
};

/** Null: it cannot be told, because it is not known or goes by what is not. @throws NetlinkParseError */
export function xtMatches(
  name: string,
  revision: number,
  info: Fields,
  place: Place,
): boolean | null {
  return Object.hasOwn(MATCHES, name) ? (MATCHES[name]?.(info, place, revision) ?? null) : null;
}

/** Does it come from one of these ports? */
function from({ sourcePort, reply }: Packet, first: number, last: number): boolean | null {
  return within(sourcePort, !reply, first, last);
}

/** Is it for one of these ports? */
function to({ port, reply }: Packet, first: number, last: number): boolean | null {
  return within(port, reply, first, last);
}

/** @param isCallers it is the port that somebody calls from, who has chosen none */
function within(
  port: number | null,
  isCallers: boolean,
  first: number,
  last: number,
): boolean | null {
  if (port !== null) return port >= first && port <= last;
  if (first === 0 && last === 0xffff) return true;
  return isCallers && first <= CALLING[0] && last >= CALLING[1] ? true : null;
}

function invert(truth: boolean | null, inverted: boolean): boolean | null {
  return truth === null ? null : truth !== inverted;
}

function all(...truths: (boolean | null)[]): boolean | null {
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}

function any(...truths: (boolean | null)[]): boolean | null {
  if (truths.includes(true)) return true;
  return truths.includes(null) ? null : false;
}
