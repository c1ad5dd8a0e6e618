import { attribute, attributesIn } from './attributes';
import { bytesOfU32 } from './fields';
import { messagesIn, NETLINK_ROUTE, type Question } from './message';

/*
 * Network devices, rtnetlink(7): struct ifinfomsg (family, type, index, flags, change), then the
 * attributes of linux/if_link.h.
 */

export interface Link {
  index: number;
  name: string;
  /** ARPHRD_… of linux/if_arp.h. */
  hardware: number;
  /** IFF_… of netdevice(7). */
  flags: number;
  /** What made it, as `ip link add … type KIND` has it; null: no such command did. */
  kind: string | null;
  mtu: number | null;
  mac: string | null;
  /** IF_OPER_… of RFC 2863, as linux/if.h numbers them. */
  operstate: number;
  /** Index of the device that it is a port of. */
  master: number | null;
  /** Index of the device at its other end, or that it is on top of; there, if `linkNetns` is a number. */
  link: number | null;
  /** The number that this network namespace has for the one that `link` is in; null: for none. */
  linkNetns: number | null;
}

const RTM_NEWLINK = 16;
const RTM_GETLINK = 18;
const IFINFOMSG = 16;
const IFLA_ADDRESS = 1;
const IFLA_IFNAME = 3;
const IFLA_MTU = 4;
const IFLA_LINK = 5;
const IFLA_MASTER = 10;
const IFLA_OPERSTATE = 16;
const IFLA_LINKINFO = 18;
const IFLA_INFO_KIND = 1;
const IFLA_EXT_MASK = 29;
const IFLA_LINK_NETNSID = 37;
/** Counters are of no use here, and longer than all else. */
const RTEXT_FILTER_SKIP_STATS = 8;

export const ALL_LINKS = linkQuestion(null);

/** @param index of one device; null: all */
export function linkQuestion(index: number | null): Question {
  const filter = attribute(IFLA_EXT_MASK, bytesOfU32(RTEXT_FILTER_SKIP_STATS));
  const body = new Uint8Array(IFINFOMSG + filter.length);
  if (index !== null) body.set(bytesOfU32(index), 4);
  body.set(filter, IFINFOMSG);
  return { protocol: NETLINK_ROUTE, type: RTM_GETLINK, dump: index === null, body };
}

/** @throws NetlinkParseError */
export function linksIn(bytes: Uint8Array): Link[] {
  return messagesIn(bytes)
    .filter(({ type }) => type === RTM_NEWLINK)
    .map(({ body }) => {
      const told = attributesIn(body, IFINFOMSG);
      const info = told.get(IFLA_LINKINFO);
      const mac = told.get(IFLA_ADDRESS);
      return {
        index: body.s32(4),
        name: told.get(IFLA_IFNAME)?.text() ?? '',
        hardware: body.u16(2),
        flags: body.u32(8),
        kind: info === undefined ? null : (attributesIn(info).get(IFLA_INFO_KIND)?.text() ?? null),
        mtu: told.get(IFLA_MTU)?.u32(0) ?? null,
        mac: mac === undefined || mac.length !== 6 ? null : macText(mac.bytes),
        operstate: told.get(IFLA_OPERSTATE)?.u8(0) ?? 0,
        master: told.get(IFLA_MASTER)?.u32(0) ?? null,
        // Zero: a tunnel that is on top of no device.
        link: told.get(IFLA_LINK)?.u32(0) || null,
        linkNetns: told.get(IFLA_LINK_NETNSID)?.s32(0) ?? null,
      };
    });
}

function macText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(':');
}
