import { addressIn, familyOf, numberOf, type Family } from './address-text';
import { attributesIn, padded } from './attributes';
import { Fields } from './fields';
import { messagesIn, NETLINK_ROUTE, type Question } from './message';
import { NetlinkParseError } from './parse-error';

/*
 * Routes, rtnetlink(7): struct rtmsg (family, prefix lengths of destination and source, TOS, table,
 * protocol, scope, type, flags), then the attributes of linux/rtnetlink.h.
 */

export interface Route {
  family: Family;
  /** `default`, `172.17.0.0/16`, or one address. */
  destination: string;
  /** Only of packets that come from there; null: of any. */
  from: string | null;
  /** As `ip route` names them: `unicast`, `blackhole`…; the number of one unknown here. */
  type: string;
  table: number;
  metric: number | null;
  /** The address that what is sent by it comes from, where the sender chose none; null: one of the device's. */
  source: string | null;
  /** One that is sent to by several ways has several; one that sends nowhere has none. */
  hops: Hop[];
}

export interface Hop {
  /** The gateway; null: what is there is reached directly. */
  via: string | null;
  /** Index of the device that it is sent by; null: of none. */
  device: number | null;
}

const RTM_NEWROUTE = 24;
const RTM_GETROUTE = 26;
const RTMSG = 12;
const RTA_DST = 1;
const RTA_SRC = 2;
const RTA_OIF = 4;
const RTA_GATEWAY = 5;
const RTA_PRIORITY = 6;
const RTA_PREFSRC = 7;
const RTA_MULTIPATH = 9;
const RTA_TABLE = 15;
const RTA_VIA = 18;
/** struct rtnexthop: length, flags, hops, index. */
const RTNEXTHOP = 8;
/** A memory of the kernel's of what it worked out from the others. */
const RTM_F_CLONED = 0x200;

/** RTN_… of linux/rtnetlink.h, by number. */
const TYPES = [
  ...['none', 'unicast', 'local', 'broadcast', 'anycast', 'multicast'],
  ...['blackhole', 'unreachable', 'prohibit', 'throw', 'nat', 'xresolve'],
];

/** Of all tables. */
export function allRoutes(family: Family): Question {
  const body = new Uint8Array(RTMSG);
  body[0] = numberOf(family);
  return { protocol: NETLINK_ROUTE, type: RTM_GETROUTE, dump: true, body };
}

/**
 * @param family a kernel without IPv6 answers a question about it with routes of IPv4
 * @throws NetlinkParseError
 */
export function routesIn(bytes: Uint8Array, family: Family): Route[] {
  return messagesIn(bytes).flatMap(({ type, body }) => {
    if (type !== RTM_NEWROUTE || familyOf(body.u8(0)) !== family) return [];
    if ((body.u32(8) & RTM_F_CLONED) !== 0) return [];
    const told = attributesIn(body, RTMSG);
    const kind = body.u8(7);
    const source = told.get(RTA_PREFSRC);
    return [
      {
        family,
        destination: prefix(told.get(RTA_DST), body.u8(1), family) ?? 'default',
        from: prefix(told.get(RTA_SRC), body.u8(2), family),
        type: TYPES[kind] ?? String(kind),
        table: told.get(RTA_TABLE)?.u32(0) ?? body.u8(4),
        metric: told.get(RTA_PRIORITY)?.u32(0) ?? null,
        source: source === undefined ? null : addressIn(source, family),
        hops: hopsOf(told, family),
      },
    ];
  });
}

/** As `ip` writes it, without the length where it is one address; null for every address there is. */
export function prefix(address: Fields | undefined, length: number, family: Family): string | null {
  if (length === 0) return null;
  if (address === undefined) throw new NetlinkParseError('the address of a prefix');
  const whole = length === 8 * address.length;
  return `${addressIn(address, family)}${whole ? '' : `/${String(length)}`}`;
}

function hopsOf(told: ReadonlyMap<number, Fields>, family: Family): Hop[] {
  const several = told.get(RTA_MULTIPATH);
  if (several === undefined) {
    const hop = hopIn(told, told.get(RTA_OIF)?.u32(0) ?? null, family);
    return hop.via === null && hop.device === null ? [] : [hop];
  }
  const hops: Hop[] = [];
  for (let at = 0; several.length - at >= RTNEXTHOP;) {
    const length = several.u16(at);
    if (length < RTNEXTHOP) throw new NetlinkParseError('a hop');
    const inner = new Fields(several.part(at, length));
    hops.push(hopIn(attributesIn(inner, RTNEXTHOP), several.u32(at + 4), family));
    at += padded(length);
  }
  return hops;
}

function hopIn(told: ReadonlyMap<number, Fields>, device: number | null, family: Family): Hop {
  const gateway = told.get(RTA_GATEWAY);
  if (gateway !== undefined) return { via: addressIn(gateway, family), device };
  // A gateway of the other family, RFC 5549: its number, then its address.
  const via = told.get(RTA_VIA);
  const other = via === undefined ? null : familyOf(via.u16(0));
  if (via === undefined || other === null) return { via: null, device };
  return { via: addressIn(new Fields(via.part(2, via.length - 2)), other), device };
}
