import { numberOf, type Family } from './address-text';
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
/** NETCONFA_IFINDEX_ALL: `net.ipv4.conf.all`. */
const ALL = -1;

export function netconfQuestion(family: Family): Question {
  const index = attribute(NETCONFA_IFINDEX, bytesOfU32(ALL));
  const body = new Uint8Array(NETCONFMSG + index.length);
  body[0] = numberOf(family);
  body.set(index, NETCONFMSG);
  return { protocol: NETLINK_ROUTE, type: RTM_GETNETCONF, dump: false, body };
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
