import type { Fields } from '../netlink/fields';
import type { Address } from './address';
import type { Translation, Verdict } from './verdict';
import type { Place } from './place';

/* The targets of iptables' extensions: linux/netfilter/xt_….h and nf_nat.h. */

/** They write something on the packet or elsewhere, and the next rule is looked at. */
const PASS_ON = [
  ...['LOG', 'NFLOG', 'TRACE', 'TCPMSS', 'TOS', 'DSCP', 'CHECKSUM', 'CLASSIFY'],
  ...['CONNSECMARK', 'SECMARK', 'AUDIT', 'LED', 'TTL', 'HL'],
];

const MAP_IPS = 1;
const PROTO_SPECIFIED = 2;
/** The mode of CONNMARK that writes to the connection; the one after it writes on the packet. */
const CONNMARK_SAVE = 1;

/**
 * What becomes of a packet; `next`: the rule after it is looked at.
 *
 * @returns null for a target that is not known here
 * @throws NetlinkParseError
 */
export function xtTarget(
  name: string,
  revision: number,
  info: Fields,
  { packet }: Place,
): Verdict | 'next' | null {
  if (PASS_ON.includes(name)) return 'next';
  switch (name) {
    case 'REJECT':
      return { is: 'rejected' };
    case 'DNAT':
    case 'SNAT': {
      const range = rangeIn(info, revision, packet.family);
      return range === null
        ? null
        : { is: 'translated', how: name === 'DNAT' ? 'to' : 'from', ...range };
    }
    case 'MASQUERADE':
      return { is: 'translated', how: 'masquerade', address: null, port: null };
    case 'REDIRECT': {
      const range = rangeIn(info, revision, packet.family);
      return range === null
        ? null
        : { is: 'translated', how: 'redirect', address: null, port: range.port };
    }
    case 'CONNMARK':
      // What the connection was given before is not known.
      if (info.u8(revision === 2 ? 14 : 12) > CONNMARK_SAVE) packet.mark = null;
      return 'next';
    case 'MARK':
      if (revision !== 2) return null;
      packet.mark =
        packet.mark === null ? null : ((packet.mark & ~info.u32(4)) ^ info.u32(0)) >>> 0;
      return 'next';
    default:
      return null;
  }
}

/** One address and one port at most; a choice of several is not understood. */
function rangeIn(
  info: Fields,
  revision: number,
  family: 4 | 6,
): Pick<Translation, 'address' | 'port'> | null {
  // nf_nat_ipv4_multi_range_compat has a count first; nf_nat_range and nf_nat_range2 are of both families.
  const old = family === 4 && revision === 0;
  const at = old ? 4 : 0;
  const size = old ? 4 : 16;
  const flags = info.u32(at);
  if ((flags & ~(MAP_IPS | PROTO_SPECIFIED)) !== 0) return null;
  const bytes = (from: number): Address => [...info.part(from, family === 4 ? 4 : 16)];
  const [first, last] = [bytes(at + 4), bytes(at + 4 + size)];
  const ports = at + 4 + 2 * size;
  const [low, high] = [info.port(ports), info.port(ports + 2)];
  const hasAddress = (flags & MAP_IPS) !== 0;
  const hasPort = (flags & PROTO_SPECIFIED) !== 0;
  if (hasAddress && String(first) !== String(last)) return null;
  if (hasPort && low !== high) return null;
  return { address: hasAddress ? first : null, port: hasPort ? low : null };
}
