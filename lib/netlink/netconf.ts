import { familyOf, numberOf, type Family } from './address-text';
import { attribute, attributesIn } from './attributes';
import { bytesOfU32 } from './fields';
import { messagesIn, NETLINK_ROUTE, type Question } from './message';
import { NetlinkParseError } from './parse-error';

/*
 * Settings of the whole network namespace, linux/netconf.h: struct netconfmsg (family), then
 * attributes.
 */

const RTM_NEWNETCONF = 80;
const RTM_GETNETCONF = 82;
const NETCONFMSG = 4;
const NETCONFA_IFINDEX = 1;
const NETCONFA_FORWARDING = 2;
const NETCONFA_RP_FILTER = 3;
const NETCONFA_PROXY_NEIGH = 5;
/** NETCONFA_IFINDEX_ALL: `net.ipv4.conf.all`. */
export const ALL = -1;

export function netconfQuestion(family: Family): Question {
  const index = attribute(NETCONFA_IFINDEX, bytesOfU32(ALL));
  const body = new Uint8Array(NETCONFMSG + index.length);
  body[0] = numberOf(family);
  body.set(index, NETCONFMSG);
  return { protocol: NETLINK_ROUTE, type: RTM_GETNETCONF, dump: false, body };
}

/** Settings of one device, and, under `ALL`, of the whole network. */
export interface NetConf {
  index: number;
  forwarding: boolean;
  /** What comes from where nothing would be sent to by that device: 0 passes, 1 not, 2 if by any device. */
  rpFilter: number | null;
  /** It answers for others when it is asked whose an address is (`proxy_arp`, `proxy_ndp`). */
  proxies: boolean;
}

export function allNetconf(family: Family): Question {
  const body = new Uint8Array(NETCONFMSG);
  body[0] = numberOf(family);
  return { protocol: NETLINK_ROUTE, type: RTM_GETNETCONF, dump: true, body };
}

/** @throws NetlinkParseError */
export function netconfIn(bytes: Uint8Array, family: Family): NetConf[] {
  return messagesIn(bytes).flatMap(({ type, body }) => {
    if (type !== RTM_NEWNETCONF || familyOf(body.u8(0)) !== family) return [];
    const told = attributesIn(body, NETCONFMSG);
    const index = told.get(NETCONFA_IFINDEX)?.s32(0);
    if (index === undefined) throw new NetlinkParseError('whose settings they are');
    return [
      {
        index,
        forwarding: (told.get(NETCONFA_FORWARDING)?.s32(0) ?? 0) > 0,
        proxies: (told.get(NETCONFA_PROXY_NEIGH)?.s32(0) ?? 0) > 0,
        rpFilter: told.get(NETCONFA_RP_FILTER)?.s32(0) ?? null,
      },
    ];
  });
}

/**
 * Does it send on what is for others?
 *
 * @throws NetlinkParseError
 */
export function forwardingIn(bytes: Uint8Array): boolean {
  const message = messagesIn(bytes).find(({ type }) => type === RTM_NEWNETCONF);
  const told = message && attributesIn(message.body, NETCONFMSG).get(NETCONFA_FORWARDING);
  if (told === undefined) throw new NetlinkParseError('whether it forwards');
  return told.s32(0) > 0;
}
