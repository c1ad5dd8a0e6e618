import type { Family } from './address-text';
import { attribute, attributesIn } from './attributes';
import { bytesOfU32, type Fields } from './fields';
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
  bridge: Bridge | null;
  port: BridgePort | null;
  /** A program of eBPF sees what comes in before anything else does (XDP). */
  xdp: boolean;
}

/** What a bridge is told to do with what goes through it. */
export interface Bridge {
  /** Who is on which virtual network decides who hears whom. */
  vlanFiltering: boolean;
  /** The firewall of IPv4, or of IPv6, sees what goes through this one, whatever holds for all. */
  callsFirewall: Record<Family, boolean>;
}

/** A device that is a port of a bridge. */
export interface BridgePort {
  /** It passes on what comes: the bridge has not blocked it. */
  forwarding: boolean;
  /** Nothing goes from it to another one that is isolated. */
  isolated: boolean;
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
const IFLA_INFO_DATA = 2;
const IFLA_INFO_SLAVE_KIND = 4;
const IFLA_INFO_SLAVE_DATA = 5;
const IFLA_BR_VLAN_FILTERING = 7;
const IFLA_BR_NF_CALL_IPTABLES = 36;
const IFLA_BR_NF_CALL_IP6TABLES = 37;
const IFLA_BRPORT_STATE = 1;
const IFLA_BRPORT_ISOLATED = 33;
/** BR_STATE_FORWARDING of linux/if_bridge.h. */
const FORWARDING = 3;
const IFLA_EXT_MASK = 29;
const IFLA_LINK_NETNSID = 37;
const IFLA_XDP = 43;
const IFLA_XDP_ATTACHED = 2;
/** Counters are of no use here, and longer than all else. */
const RTEXT_FILTER_SKIP_STATS = 8;

const NOTHING: ReadonlyMap<number, Fields> = new Map();

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
      const linkInfo = told.get(IFLA_LINKINFO);
      const info = linkInfo === undefined ? NOTHING : attributesIn(linkInfo);
      const kind = info.get(IFLA_INFO_KIND)?.text() ?? null;
      const mac = told.get(IFLA_ADDRESS);
      const xdp = told.get(IFLA_XDP);
      return {
        index: body.s32(4),
        name: told.get(IFLA_IFNAME)?.text() ?? '',
        hardware: body.u16(2),
        flags: body.u32(8),
        kind,
        mtu: told.get(IFLA_MTU)?.u32(0) ?? null,
        mac: mac === undefined || mac.length !== 6 ? null : macText(mac.bytes),
        operstate: told.get(IFLA_OPERSTATE)?.u8(0) ?? 0,
        master: told.get(IFLA_MASTER)?.u32(0) ?? null,
        // Zero: a tunnel that is on top of no device.
        link: told.get(IFLA_LINK)?.u32(0) || null,
        linkNetns: told.get(IFLA_LINK_NETNSID)?.s32(0) ?? null,
        bridge: kind === 'bridge' ? bridgeIn(info.get(IFLA_INFO_DATA)) : null,
        port:
          info.get(IFLA_INFO_SLAVE_KIND)?.text() === 'bridge'
            ? portIn(info.get(IFLA_INFO_SLAVE_DATA))
            : null,
        xdp: xdp !== undefined && (attributesIn(xdp).get(IFLA_XDP_ATTACHED)?.u8(0) ?? 0) !== 0,
      };
    });
}

function bridgeIn(data: Fields | undefined): Bridge {
  const told = data === undefined ? NOTHING : attributesIn(data);
  const is = (type: number) => (told.get(type)?.u8(0) ?? 0) !== 0;
  return {
    vlanFiltering: is(IFLA_BR_VLAN_FILTERING),
    callsFirewall: { 4: is(IFLA_BR_NF_CALL_IPTABLES), 6: is(IFLA_BR_NF_CALL_IP6TABLES) },
  };
}

function portIn(data: Fields | undefined): BridgePort {
  const told = data === undefined ? NOTHING : attributesIn(data);
  return {
    forwarding: told.get(IFLA_BRPORT_STATE)?.u8(0) === FORWARDING,
    isolated: (told.get(IFLA_BRPORT_ISOLATED)?.u8(0) ?? 0) !== 0,
  };
}

function macText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(':');
}
